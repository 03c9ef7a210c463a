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
import org.folkmoot.portal.service.Referrals;
import org.folkmoot.portal.service.Referrals.Referral;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.service.Teams;
import org.folkmoot.portal.service.Teams.Team;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.portal.term.Terms;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Answers to a referral that say no: it is returned with advice, or redirected to another team. */
@Path("/{ics}/referrals/")
@RolesAllowed({Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class AnswerResource {

    private static final Map<String, Field> REDIRECTION = Map.of(
            "team", new Field("team", "The team"),
            "reason", new Field("reason", "The reason"),
            "words", new Field("words", "What you wrote"));

    @CheckedTemplate(basePath = "referral")
    static class Templates {
        static native TemplateInstance redirect(Frame frame, RedirectView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Panels panels;
    private final Referrals referrals;
    private final Teams teams;

    AnswerResource(Visitor visitor, Frames frames, Forms forms, Panels panels, Referrals referrals, Teams teams) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.panels = panels;
        this.referrals = referrals;
        this.teams = teams;
    }

    @GET
    @Path("{id}/return/")
    public TemplateInstance askWhyReturned(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return returnPage(
                visit, id, forms.shown(visit, ReferralResource.path(visit, id) + "return/", draft, Entered.NOTHING));
    }

    @POST
    @Path("{id}/return/")
    public Response giveBack(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        String reason = entered.text(ChoiceView.CHOICE);
        String advice = entered.text(ChoiceView.WORDS);
        return FormAnswer.of(
                ChoiceView.mistakes(
                        Terms.isOneOf(Terms.RETURNS, reason),
                        !advice.isEmpty(),
                        "Enter your advice: what the practice can do now"),
                () -> referrals.giveBack(visit, id, reason, advice, entered.text("tag")),
                ChoiceView.fields("reason", "advice"),
                returned -> TriageResource.path(visit) + "?done=returned",
                mistakes -> returnPage(visit, id, Form.again(entered, mistakes)));
    }

    private TemplateInstance returnPage(Visit visit, UUID id, Form form) {
        Reply.Given<Referral> given = referrals.referral(visit, id).given();
        return new ChoiceView(
                        given.value().who(),
                        "Return this referral?",
                        "It ends here. The practice reads the reason and your advice.",
                        "Why?",
                        Terms.RETURNS,
                        "What do you advise the practice?",
                        "What would help the person now, or what is missing",
                        "Return it, and next",
                        false,
                        ReferralResource.path(visit, id),
                        ReferralResource.path(visit, id) + "return/",
                        given.tag().orElse(""),
                        form)
                .page(frames.of(visit, PortalPage.RETURN_REFERRAL, "Return a referral"));
    }

    @GET
    @Path("{id}/redirect/")
    public TemplateInstance askWhereTo(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return redirectPage(
                visit, id, forms.shown(visit, ReferralResource.path(visit, id) + "redirect/", draft, Entered.NOTHING));
    }

    @POST
    @Path("{id}/redirect/")
    public Response redirect(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        Optional<UUID> team = entered.id("team");
        String reason = entered.text("reason");
        return FormAnswer.of(
                FormErrors.NONE
                        .unless(team.isPresent(), "team", "Choose the team")
                        .unless(Terms.isOneOf(Terms.REDIRECTS, reason), "reason", "Choose the reason")
                        .unless(!entered.text("words").isEmpty(), "words", "Enter what the other team needs to know"),
                () -> referrals.redirect(
                        visit, id, team.orElseThrow(), reason, entered.text("words"), entered.text("tag")),
                REDIRECTION,
                redirected -> TriageResource.path(visit) + "?done=redirected",
                mistakes -> redirectPage(visit, id, Form.again(entered, mistakes)));
    }

    private TemplateInstance redirectPage(Visit visit, UUID id, Form form) {
        Loading<List<Team>> known = panels.load(() -> teams.all(visit, Map.of()));
        Reply.Given<Referral> given = referrals.referral(visit, id).given();
        return Templates.redirect(
                frames.of(visit, PortalPage.REDIRECT_REFERRAL, "Redirect a referral"),
                new RedirectView(
                        given.value(),
                        given.tag().orElse(""),
                        known.reply().orPage().stream()
                                .filter(team -> !team.id().equals(given.value().team()))
                                .toList(),
                        form));
    }
}
