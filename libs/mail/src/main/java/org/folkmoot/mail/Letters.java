package org.folkmoot.mail;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Letters in words. */
@CheckedTemplate(basePath = "mail")
final class Letters {

    private Letters() {}

    /** As plain text. */
    static native TemplateInstance plain(Letter letter);

    /** As simple HTML. */
    static native TemplateInstance html(Letter letter);
}
