package org.folkmoot.portal.frame;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/**
 * A page that asks for one text and does what its button says: why something is withdrawn, what shows that it is done.
 *
 * @param about what the thing is called
 * @param heading what is to be done with it
 * @param words what comes of it; null if that is plain
 * @param label of the text
 * @param hint what stands below the label; null if nothing needs to
 * @param button what is done
 * @param isWarning whether it cannot be undone
 * @param back the address of the thing
 * @param action where the form is sent
 * @param tag the version that the person looks at
 */
public record OneText(
        String about,
        String heading,
        @Nullable String words,
        String label,
        @Nullable String hint,
        String button,
        boolean isWarning,
        String back,
        String action,
        String tag,
        Form form) {

    /** The field's name in the form. */
    public static final String FIELD = "words";

    @CheckedTemplate(basePath = "frame")
    static class Templates {
        static native TemplateInstance oneText(Frame frame, OneText view);
    }

    /** The page. */
    public TemplateInstance page(Frame frame) {
        return Templates.oneText(frame, this);
    }

    /** How the button looks; null as usual. */
    public @Nullable String variant() {
        return isWarning ? "warning" : null;
    }
}
