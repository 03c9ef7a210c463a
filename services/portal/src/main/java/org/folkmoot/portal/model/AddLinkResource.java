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
import java.util.List;
import java.util.Optional;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.frame.FormAnswer;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.Forms;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.Panels;
import org.folkmoot.portal.frame.Panels.Loading;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Request;
import org.folkmoot.portal.service.Models;
import org.folkmoot.portal.service.Models.Body;
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
        Optional<LinkEnd> end = LinkEnd.of(entered.text("kind"));
        return FormAnswer.of(
                LinkForm.mistakes(FormErrors.NONE.unless(end.isPresent(), "kind", "Choose what it is"), entered),
                () -> models.establish(
                        visit,
                        LinkForm.link(end.orElseThrow(), code, entered),
                        Request.of(entered.text(Request.FIELD))),
                LinkForm.FIELDS,
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
