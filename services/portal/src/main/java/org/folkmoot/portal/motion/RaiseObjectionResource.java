package org.folkmoot.portal.motion;

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
import org.folkmoot.portal.service.Motions;
import org.folkmoot.portal.service.Motions.Motion;
import org.folkmoot.portal.service.Motions.NewObjection;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Objecting to a motion, or commenting on it. */
@Path("/{ics}/motions/{id}/object/")
@RolesAllowed({Roles.PRACTICE_VOTER, Roles.PCN_CLINICAL_DIRECTOR, Roles.LMC_EXECUTIVE})
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class RaiseObjectionResource {

    private static final Map<String, Field> FIELDS = Map.of(
            "words", new Field("words", "The words"), "organisation", new Field("organisation", "The organisation"));

    @CheckedTemplate(basePath = "motion")
    static class Templates {
        static native TemplateInstance object(Frame frame, ChangeView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Motions motions;

    RaiseObjectionResource(Visitor visitor, Frames frames, Forms forms, Motions motions) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.motions = motions;
    }

    @GET
    public TemplateInstance writeObjection(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return objectPage(
                visit,
                id,
                forms.shown(
                        visit,
                        MotionResource.path(visit, id) + "object/",
                        draft,
                        Entered.NOTHING.with("kind", "comment")));
    }

    @POST
    public Response object(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        FormErrors errors = FormErrors.NONE;
        errors = entered.text("organisation").isEmpty()
                ? errors.and("organisation", "Choose in whose name you say it")
                : errors;
        errors = entered.text("words").isEmpty() ? errors.and("words", "Enter what you want to say") : errors;
        if (errors.any()) {
            return FormAnswer.again(objectPage(visit, id, Form.again(entered, errors)));
        }
        Motion motion = motions.motion(visit, id).orPage();
        return FormAnswer.of(
                motions.raise(
                        visit,
                        motion.group(),
                        new NewObjection(
                                entered.text("kind"),
                                "motion",
                                id,
                                entered.text("organisation"),
                                entered.text("words")),
                        Request.of(entered.text(Request.FIELD))),
                FIELDS,
                objection -> MotionResource.path(visit, id) + "?done=objected",
                mistakes -> objectPage(visit, id, Form.again(entered, mistakes)));
    }

    private TemplateInstance objectPage(Visit visit, UUID id, Form form) {
        return Templates.object(
                frames.of(visit, PortalPage.OBJECT, "Object or comment"),
                ChangeView.of(visit, motions.motion(visit, id).given(), form));
    }
}
