package org.folkmoot.portal.motion;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.function.Function;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.frame.FormAnswer;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.FormErrors.Field;
import org.folkmoot.portal.frame.Forms;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.Request;
import org.folkmoot.portal.service.Motions;
import org.folkmoot.portal.service.Motions.NewObjection;
import org.folkmoot.portal.service.Motions.Objection;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The form by which somebody objects or comments, whatever it is about. */
@ApplicationScoped
class Objecting {

    private static final Map<String, Field> FIELDS = Map.of(
            "words", new Field("words", "The words"), "organisation", new Field("organisation", "The organisation"));

    private static final String UNHEARD_OF =
            "It has not been announced yet. What you wrote is kept here: send it again in a minute";

    @CheckedTemplate(basePath = "motion")
    static class Templates {
        static native TemplateInstance object(Frame frame, ObjectView view);
    }

    private final Frames frames;
    private final Forms forms;
    private final Motions motions;

    Objecting(Frames frames, Forms forms, Motions motions) {
        this.frames = frames;
        this.forms = forms;
        this.motions = motions;
    }

    TemplateInstance write(Visit visit, ObjectView.Subject subject, @Nullable String draft) {
        return page(
                visit,
                subject,
                forms.shown(visit, subject.path() + "object/", draft, Entered.NOTHING.with("kind", "comment")));
    }

    /** @param afterwards where the person is led when it is said */
    Response say(Visit visit, ObjectView.Subject subject, Function<Objection, String> afterwards) {
        Entered entered = forms.sent();
        FormErrors errors = FormErrors.NONE;
        errors = entered.text("organisation").isEmpty()
                ? errors.and("organisation", "Choose in whose name you say it")
                : errors;
        errors = entered.text("words").isEmpty() ? errors.and("words", "Enter what you want to say") : errors;
        if (errors.any()) {
            return FormAnswer.again(page(visit, subject, Form.again(entered, errors)));
        }
        Reply<Objection> reply = motions.raise(
                visit,
                subject.group(),
                new NewObjection(
                        entered.text("kind"),
                        subject.kind(),
                        subject.id(),
                        entered.text("organisation"),
                        entered.text("words")),
                Request.of(entered.text(Request.FIELD)));
        return isUnheardOf(reply)
                ? FormAnswer.again(page(visit, subject, Form.again(entered, FormErrors.of(null, UNHEARD_OF))))
                : FormAnswer.of(
                        reply, FIELDS, afterwards, mistakes -> page(visit, subject, Form.again(entered, mistakes)));
    }

    /** The page is there, so what it is about is: the mandate service hears of a decision a moment after it was taken. */
    private static boolean isUnheardOf(Reply<Objection> reply) {
        return reply instanceof Reply.Refused<Objection>(Problem problem)
                && problem.status() == Response.Status.NOT_FOUND.getStatusCode();
    }

    private TemplateInstance page(Visit visit, ObjectView.Subject subject, Form form) {
        return Templates.object(
                frames.of(visit, subject.page(), "Object or comment"), ObjectView.of(visit, subject, form));
    }
}
