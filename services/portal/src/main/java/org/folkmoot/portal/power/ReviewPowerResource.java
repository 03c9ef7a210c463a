package org.folkmoot.portal.power;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.frame.FormAnswer;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.FormErrors.Field;
import org.folkmoot.portal.frame.Forms;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Request;
import org.folkmoot.portal.service.Powers;
import org.folkmoot.portal.service.Powers.NewReview;
import org.folkmoot.portal.service.Powers.Power;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Writing down what came of a power's review. */
@Path("/{ics}/powers/{id}/review/")
@RolesAllowed({Roles.GROUP_SECRETARY, Roles.LMC_EXECUTIVE})
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class ReviewPowerResource {

    private static final Map<String, Field> FIELDS = Map.of(
            "outcome", new Field("outcome", "What comes of it"),
            "reason", new Field("reason", "The reason"),
            "nextReview", new Field("next-day", "The next review"));

    @CheckedTemplate(basePath = "power")
    static class Templates {
        static native TemplateInstance review(Frame frame, ReviewPowerView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Powers powers;

    ReviewPowerResource(Visitor visitor, Frames frames, Forms forms, Powers powers) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.powers = powers;
    }

    @GET
    public TemplateInstance write(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return page(visit, id, forms.shown(visit, path(visit, id) + "review/", draft, Entered.NOTHING));
    }

    @POST
    public Response review(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        FormErrors errors = FormErrors.NONE;
        errors = entered.text("outcome").isEmpty() ? errors.and("outcome", "Choose what comes of it") : errors;
        errors = entered.text("reason").isEmpty() ? errors.and("reason", "Enter the reason") : errors;
        errors = entered.day("next").isEmpty()
                ? errors.and("next-day", "The next review must be a real date, such as 1 4 2027")
                : errors;
        return FormAnswer.of(
                errors,
                () -> powers.review(
                        visit,
                        id,
                        new NewReview(
                                entered.text("outcome"),
                                entered.text("reason"),
                                entered.day("next").orElseThrow()),
                        entered.text("tag"),
                        Request.of(entered.text(Request.FIELD))),
                FIELDS,
                power -> path(visit, id) + "?done=reviewed",
                mistakes -> page(visit, id, Form.again(entered, mistakes)));
    }

    private TemplateInstance page(Visit visit, UUID id, Form form) {
        Reply.Given<Power> given = powers.power(visit, id).given();
        return Templates.review(
                frames.of(visit, PortalPage.REVIEW_POWER, "Review a power"),
                new ReviewPowerView(given.value(), given.tag().orElse(""), form));
    }

    private static String path(Visit visit, UUID id) {
        return visit.base() + "/powers/" + id + "/";
    }
}
