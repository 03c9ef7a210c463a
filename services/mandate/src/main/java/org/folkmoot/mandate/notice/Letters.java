package org.folkmoot.mandate.notice;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Letters in words. */
@CheckedTemplate(basePath = "notice")
final class Letters {

    private Letters() {}

    /** As plain text. */
    static native TemplateInstance plain(Letter letter);

    /** As simple HTML. */
    static native TemplateInstance html(Letter letter);
}
