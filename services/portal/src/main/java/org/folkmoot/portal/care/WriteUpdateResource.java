package org.folkmoot.portal.care;

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
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.OneText;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Request;
import org.folkmoot.portal.service.GpUpdates;
import org.folkmoot.portal.service.Referrals;
import org.folkmoot.portal.service.Referrals.Referral;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Telling the practices of somebody how their care goes. */
@Path("/{ics}/referrals/")
@RolesAllowed({Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class WriteUpdateResource {

    private static final Map<String, Field> WORDS = Map.of("words", new Field(OneText.FIELD, "The update"));

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Referrals referrals;
    private final GpUpdates updates;

    WriteUpdateResource(Visitor visitor, Frames frames, Forms forms, Referrals referrals, GpUpdates updates) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.referrals = referrals;
        this.updates = updates;
    }

    @GET
    @Path("{id}/gp-updates/add/")
    public TemplateInstance ask(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return page(visit, id, forms.shown(visit, path(visit, id), draft, Entered.NOTHING));
    }

    @POST
    @Path("{id}/gp-updates/add/")
    public Response send(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        String words = entered.text(OneText.FIELD);
        return FormAnswer.of(
                FormErrors.NONE.unless(!words.isEmpty(), OneText.FIELD, "Enter what the practices are to know"),
                () -> updates.send(visit, id, words, Request.of(entered.text(Request.FIELD))),
                WORDS,
                sent -> CarePlanResource.path(visit, id) + "?done=told",
                errors -> page(visit, id, Form.again(entered, errors)));
    }

    private TemplateInstance page(Visit visit, UUID id, Form form) {
        Reply.Given<Referral> given = referrals.referral(visit, id).given();
        return new OneText(
                        given.value().who(),
                        "Write a GP update",
                        "It goes to the practice that referred and to the one where the person is registered, and stands"
                                + " for everything that they are to be told until today.",
                        "What are the practices to know?",
                        "What has happened, what is planned, what they are asked to do",
                        "Send the update",
                        false,
                        CarePlanResource.path(visit, id),
                        path(visit, id),
                        given.tag().orElse(""),
                        form)
                .page(frames.of(visit, PortalPage.WRITE_GP_UPDATE, "Write a GP update"));
    }

    private static String path(Visit visit, UUID id) {
        return CarePlanResource.path(visit, id) + "gp-updates/add/";
    }
}
