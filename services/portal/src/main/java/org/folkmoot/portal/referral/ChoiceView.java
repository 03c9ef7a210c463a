package org.folkmoot.portal.referral;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Map;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.FormErrors.Field;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.rule.RuleWords.Named;
import org.jspecify.annotations.Nullable;

/**
 * A page that asks for one of several reasons, and for words about it: why a referral is returned, how it ends.
 *
 * @param about what the thing is called; never a title of the page
 * @param heading what is to be done with it
 * @param words what comes of it; null if that is plain
 * @param legend above the reasons
 * @param choices the reasons
 * @param label of the words
 * @param hint what stands below that label; null if nothing needs to
 * @param button what is done
 * @param isWarning whether it cannot be undone
 * @param back the address of the thing
 * @param action where the form is sent
 * @param tag the version that the person looks at
 */
public record ChoiceView(
        String about,
        String heading,
        @Nullable String words,
        String legend,
        List<Named> choices,
        String label,
        @Nullable String hint,
        String button,
        boolean isWarning,
        String back,
        String action,
        String tag,
        Form form) {

    /** The names of the fields in the form. */
    public static final String CHOICE = "choice";

    /** The same for the words. */
    public static final String WORDS = "words";

    @CheckedTemplate(basePath = "referral")
    static class Templates {
        static native TemplateInstance choice(Frame frame, ChoiceView view);
    }

    /** The page. */
    public TemplateInstance page(Frame frame) {
        return Templates.choice(frame, this);
    }

    /** How the button looks; null as usual. */
    public @Nullable String variant() {
        return isWarning ? "warning" : null;
    }

    /** The fields, by the service's names of the choice and of the words. */
    public static Map<String, Field> fields(String choice, String words) {
        return Map.of(choice, new Field(CHOICE, "The reason"), words, new Field(WORDS, "What you wrote"));
    }

    /** What can be seen to be wrong with the form. */
    public static FormErrors mistakes(boolean chosen, boolean written, String missing) {
        return FormErrors.NONE.unless(chosen, CHOICE, "Choose one of them").unless(written, WORDS, missing);
    }
}
