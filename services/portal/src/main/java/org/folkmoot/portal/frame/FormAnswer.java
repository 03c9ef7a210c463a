package org.folkmoot.portal.frame;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.Response;

/** How a form is answered that cannot be taken as it is. */
public final class FormAnswer {

    private FormAnswer() {}

    /**
     * The form again, with what was entered and what is wrong with it. The status says that a page was made, not that
     * the form was taken: every other status here means a page instead of the one that was asked for.
     */
    public static Response again(TemplateInstance form) {
        return Response.ok(form).build();
    }
}
