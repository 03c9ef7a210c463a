package org.folkmoot.portal.frame;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.folkmoot.portal.frame.FormErrors.Field;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.problem.Problem;

/** How a form is answered. */
public final class FormAnswer {

    private FormAnswer() {}

    /**
     * The form again, with what was entered and what is wrong with it. The status says that a page was made, not that
     * the form was taken: every other status here means a page instead of the one that was asked for.
     */
    public static Response again(TemplateInstance form) {
        return Response.ok(form).build();
    }

    /** The way on to another page. */
    public static Response see(String path) {
        return Response.seeOther(URI.create(path)).build();
    }

    /**
     * What came of a form that a service was asked about: the next page, or the form again where the person can do
     * something about the refusal; any other refusal, and silence, becomes a page of its own.
     *
     * @param fields the form's fields, by the service's name of each value
     * @param next the address of the next page
     * @param form makes the form again
     */
    public static <T> Response of(
            Reply<T> reply,
            Map<String, Field> fields,
            Function<? super T, String> next,
            Function<FormErrors, TemplateInstance> form) {
        return switch (reply) {
            case Reply.Given<T>(T value, var tag, var location) -> see(next.apply(value));
            case Reply.Refused<T>(Problem problem)
            when isAboutTheForm(problem) -> again(form.apply(mistakes(problem, fields)));
            case Reply<T> other -> {
                other.orPage();
                yield Response.serverError().build();
            }
        };
    }

    /**
     * The same for a form that may be wrong by itself already: then the service is not asked.
     *
     * @param errors what is wrong with it
     * @param question asks the service
     */
    public static <T> Response of(
            FormErrors errors,
            Supplier<Reply<T>> question,
            Map<String, Field> fields,
            Function<? super T, String> next,
            Function<FormErrors, TemplateInstance> form) {
        return errors.any() ? again(form.apply(errors)) : of(question.get(), fields, next, form);
    }

    /** What the person can do something about. */
    public static boolean isAboutTheForm(Problem problem) {
        return switch (problem.status()) {
            case 400, 409, 412, 422 -> true;
            default -> false;
        };
    }

    private static FormErrors mistakes(Problem problem, Map<String, Field> fields) {
        return problem.status() == 412
                ? FormErrors.of(
                        null, "It has changed since you looked. Check it, and send it again if it is still right")
                : FormErrors.of(problem, fields);
    }
}
