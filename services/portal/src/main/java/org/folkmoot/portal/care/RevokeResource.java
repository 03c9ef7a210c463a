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
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.service.Shares;
import org.folkmoot.portal.service.Shares.Share;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Revoking a decision to share. */
@Path("/{ics}/referrals/")
@RolesAllowed({Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class RevokeResource {

    private static final Map<String, Field> REASON = Map.of("reason", new Field(OneText.FIELD, "The reason"));

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Shares shares;

    RevokeResource(Visitor visitor, Frames frames, Forms forms, Shares shares) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.shares = shares;
    }

    @GET
    @Path("{referral}/shares/{id}/revoke/")
    public TemplateInstance ask(@RestPath UUID referral, @RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return page(visit, referral, id, forms.shown(visit, path(visit, referral, id), draft, Entered.NOTHING));
    }

    @POST
    @Path("{referral}/shares/{id}/revoke/")
    public Response revoke(@RestPath UUID referral, @RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        String reason = entered.text(OneText.FIELD);
        return FormAnswer.of(
                FormErrors.NONE.unless(!reason.isEmpty(), OneText.FIELD, "Enter why it is revoked"),
                () -> shares.revoke(visit, referral, id, reason, entered.text("tag")),
                REASON,
                revoked -> ShareResource.path(visit, referral) + "?done=revoked",
                errors -> page(visit, referral, id, Form.again(entered, errors)));
    }

    private TemplateInstance page(Visit visit, UUID referral, UUID id, Form form) {
        Reply.Given<Share> given = shares.share(visit, referral, id).given();
        return new OneText(
                        "Shared with " + given.value().organisation(),
                        "Revoke it?",
                        "From then on the organisation sees nothing of the person.",
                        "Why?",
                        null,
                        "Revoke it",
                        true,
                        ShareResource.path(visit, referral),
                        path(visit, referral, id),
                        given.tag().orElse(""),
                        form)
                .page(frames.of(visit, PortalPage.REVOKE_SHARE, "Revoke a decision to share"));
    }

    private static String path(Visit visit, UUID referral, UUID id) {
        return ShareResource.path(visit, referral) + id + "/revoke/";
    }
}
