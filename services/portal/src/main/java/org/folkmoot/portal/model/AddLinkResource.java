package org.folkmoot.portal.model;

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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.frame.FormAnswer;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.FormErrors.Field;
import org.folkmoot.portal.frame.Forms;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.Panels;
import org.folkmoot.portal.frame.Panels.Loading;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Request;
import org.folkmoot.portal.service.Models;
import org.folkmoot.portal.service.Models.Body;
import org.folkmoot.portal.service.Models.NewLink;
import org.folkmoot.portal.service.Registry;
import org.folkmoot.portal.service.Registry.Organisation;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Writing down what a practice has to do with another organisation. */
@Path("/{ics}/practices/{code}/links/add/")
@RolesAllowed({Roles.ICS_ADMIN, Roles.EXECUTIVE_MANAGER})
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class AddLinkResource {

    private static final Map<String, Field> FIELDS = Map.of(
            "kind", new Field("kind", "The kind"),
            "other", new Field("code", "The other organisation"),
            "from", new Field("from-day", "The first day"),
            "until", new Field("until-day", "The last day"),
            "evidence", new Field("evidence", "What shows it"));

    @CheckedTemplate(basePath = "model")
    static class Templates {
        static native TemplateInstance link(Frame frame, AddLinkView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Panels panels;
    private final Models models;
    private final Registry registry;

    AddLinkResource(Visitor visitor, Frames frames, Forms forms, Panels panels, Models models, Registry registry) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.panels = panels;
        this.models = models;
        this.registry = registry;
    }

    @GET
    public TemplateInstance write(@RestPath String code, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return page(visit, code, forms.shown(visit, path(visit, code) + "links/add/", draft, Entered.NOTHING));
    }

    @POST
    public Response record(@RestPath String code) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        Optional<LocalDate> from = entered.day("from");
        Optional<LocalDate> until = entered.day("until");
        boolean hasOne = entered.text("code").isEmpty() != entered.text("body").isEmpty();
        FormErrors errors = FormErrors.NONE;
        errors = hasOne ? errors : errors.and("code", "Enter the ODS code of the other organisation, or choose one");
        errors = from.isPresent() ? errors : errors.and("from-day", "Enter the first day, such as 1 4 2025");
        errors = until.isPresent() || !entered.hasDay("until")
                ? errors
                : errors.and("until-day", "The last day must be a real date, such as 31 3 2025");
        errors = entered.text("evidence").isEmpty() ? errors.and("evidence", "Enter what shows it") : errors;
        if (errors.any()) {
            return FormAnswer.again(page(visit, code, Form.again(entered, errors)));
        }
        return FormAnswer.of(
                models.establish(
                        visit,
                        new NewLink(
                                entered.text("kind"),
                                code,
                                entered.text("code") + entered.text("body"),
                                from.orElseThrow(),
                                until.orElse(null),
                                entered.text("evidence")),
                        Request.of(entered.text(Request.FIELD))),
                FIELDS,
                link -> path(visit, code) + "model/?done=recorded",
                mistakes -> page(visit, code, Form.again(entered, mistakes)));
    }

    private TemplateInstance page(Visit visit, String code, Form form) {
        Loading<List<Body>> bodies = panels.load(() -> models.bodies(visit));
        Organisation practice = registry.organisation(visit, code, null).orPage();
        return Templates.link(
                frames.of(visit, PortalPage.ADD_LINK, "Record a link"),
                new AddLinkView(practice, LinkKind.ofAPractice(), bodies.reply().orPage(), form));
    }

    private static String path(Visit visit, String code) {
        return visit.base() + "/practices/" + code + "/";
    }
}
