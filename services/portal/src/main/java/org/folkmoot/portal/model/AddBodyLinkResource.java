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
import java.util.UUID;
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
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Writing down what a body holds, or who stands behind it. */
@Path("/{ics}/bodies/{id}/links/add/")
@RolesAllowed({Roles.ICS_ADMIN, Roles.EXECUTIVE_MANAGER})
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class AddBodyLinkResource {

    @CheckedTemplate(basePath = "model")
    static class Templates {
        static native TemplateInstance bodyLink(Frame frame, AddBodyLinkView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Panels panels;
    private final Models models;

    AddBodyLinkResource(Visitor visitor, Frames frames, Forms forms, Panels panels, Models models) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.panels = panels;
        this.models = models;
    }

    @GET
    public TemplateInstance write(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return page(visit, id, forms.shown(visit, BodyResource.path(visit, id) + "links/add/", draft, Entered.NOTHING));
    }

    @POST
    public Response record(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        Optional<LinkEnd> end = LinkEnd.of(entered.text("kind"));
        return FormAnswer.of(
                LinkForm.mistakes(FormErrors.NONE.unless(end.isPresent(), "kind", "Choose what it is"), entered),
                () -> models.establish(
                        visit,
                        LinkForm.link(end.orElseThrow(), id.toString(), entered),
                        Request.of(entered.text(Request.FIELD))),
                LinkForm.FIELDS,
                link -> BodyResource.path(visit, id) + "?done=recorded",
                mistakes -> page(visit, id, Form.again(entered, mistakes)));
    }

    private TemplateInstance page(Visit visit, UUID id, Form form) {
        Loading<List<Body>> bodies = panels.load(() -> models.bodies(visit));
        Body body = models.body(visit, id).orPage();
        List<Body> others = bodies.reply().orPage().stream()
                .filter(other -> !other.id().equals(id))
                .toList();
        return Templates.bodyLink(
                frames.of(visit, PortalPage.ADD_BODY_LINK, "Record a link"),
                new AddBodyLinkView(body, LinkEnd.ofABody(body.kind()), others, form));
    }
}
