package org.folkmoot.portal.referral;

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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
import org.folkmoot.portal.service.Referrals;
import org.folkmoot.portal.service.Referrals.Referral;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.service.Teams;
import org.folkmoot.portal.service.Teams.Team;
import org.folkmoot.portal.service.Transfers;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.portal.term.Terms;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** A person who was taken on is offered to another team. */
@Path("/{ics}/referrals/")
@RolesAllowed({Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class OfferTransferResource {

    private static final Map<String, Field> FIELDS = Map.of(
            "team", new Field("team", "The team"),
            "reason", new Field("reason", "The reason"),
            "words", new Field("words", "What you wrote"));

    @CheckedTemplate(basePath = "referral")
    static class Templates {
        static native TemplateInstance transferForm(Frame frame, TransferFormView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Panels panels;
    private final Referrals referrals;
    private final Transfers transfers;
    private final Teams teams;

    OfferTransferResource(
            Visitor visitor,
            Frames frames,
            Forms forms,
            Panels panels,
            Referrals referrals,
            Transfers transfers,
            Teams teams) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.panels = panels;
        this.referrals = referrals;
        this.transfers = transfers;
        this.teams = teams;
    }

    @GET
    @Path("{id}/transfer/")
    public TemplateInstance askToWhichTeam(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return page(visit, id, forms.shown(visit, path(visit, id), draft, Entered.NOTHING));
    }

    @POST
    @Path("{id}/transfer/")
    public Response offer(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        Optional<UUID> team = entered.id("team");
        String reason = entered.text("reason");
        return FormAnswer.of(
                FormErrors.NONE
                        .unless(team.isPresent(), "team", "Choose the team")
                        .unless(Terms.isOneOf(Terms.REDIRECTS, reason), "reason", "Choose the reason")
                        .unless(!entered.text("words").isEmpty(), "words", "Enter what the other team needs to know"),
                () -> transfers.offer(
                        visit,
                        id,
                        team.orElseThrow(),
                        reason,
                        entered.text("words"),
                        Request.of(entered.text(Request.FIELD))),
                FIELDS,
                offered -> ReferralResource.path(visit, id) + "?done=offered-to-team",
                mistakes -> page(visit, id, Form.again(entered, mistakes)));
    }

    private TemplateInstance page(Visit visit, UUID id, Form form) {
        Loading<List<Team>> known = panels.load(() -> teams.all(visit, Map.of()));
        Reply.Given<Referral> given = referrals.referral(visit, id).given();
        return Templates.transferForm(
                frames.of(visit, PortalPage.OFFER_TRANSFER, "Transfer to another team"),
                new TransferFormView(
                        given.value(),
                        given.tag().orElse(""),
                        known.reply().orPage().stream()
                                .filter(team -> !team.id().equals(given.value().team()))
                                .toList(),
                        form));
    }

    private static String path(Visit visit, UUID id) {
        return ReferralResource.path(visit, id) + "transfer/";
    }
}
