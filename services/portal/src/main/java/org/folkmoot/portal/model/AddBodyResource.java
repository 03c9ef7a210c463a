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
import java.util.Map;
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
import org.folkmoot.portal.service.Models;
import org.folkmoot.portal.service.Models.NewBody;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Defining an organisation that no national file has. */
@Path("/{ics}/bodies/add/")
@RolesAllowed({Roles.ICS_ADMIN, Roles.EXECUTIVE_MANAGER})
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class AddBodyResource {

    private static final Map<String, Field> FIELDS = Map.of(
            "name", new Field("name", "The name"),
            "odsCode", new Field("odsCode", "The ODS code"),
            "companyNumber", new Field("companyNumber", "The company number"));

    @CheckedTemplate(basePath = "model")
    static class Templates {
        static native TemplateInstance body(Frame frame, AddBodyView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Models models;

    AddBodyResource(Visitor visitor, Frames frames, Forms forms, Models models) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.models = models;
    }

    @GET
    public TemplateInstance write(@RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return page(visit, forms.shown(visit, path(visit), draft, Entered.NOTHING));
    }

    @POST
    public Response define() {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        if (entered.text("name").isEmpty()) {
            return FormAnswer.again(page(visit, Form.again(entered, FormErrors.of("name", "Enter what it is called"))));
        }
        return FormAnswer.of(
                models.define(
                        visit,
                        new NewBody(
                                entered.text("kind"),
                                entered.text("name"),
                                entered.orNull("odsCode"),
                                entered.orNull("companyNumber")),
                        Request.of(entered.text(Request.FIELD))),
                FIELDS,
                body -> BodyResource.path(visit, body.id()) + "?done=defined",
                mistakes -> page(visit, Form.again(entered, mistakes)));
    }

    private TemplateInstance page(Visit visit, Form form) {
        return Templates.body(
                frames.of(visit, PortalPage.ADD_BODY, "Define an organisation"), new AddBodyView(BodyKind.all(), form));
    }

    private static String path(Visit visit) {
        return visit.base() + PortalPage.ADD_BODY.example();
    }
}
