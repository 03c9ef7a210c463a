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
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.nhs.LondonTime;
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
import org.folkmoot.portal.service.CarePlans;
import org.folkmoot.portal.service.CarePlans.Assessment;
import org.folkmoot.portal.service.CarePlans.CarePlan;
import org.folkmoot.portal.service.GpUpdates;
import org.folkmoot.portal.service.GpUpdates.OfReferral;
import org.folkmoot.portal.service.Referrals;
import org.folkmoot.portal.service.Referrals.Answer;
import org.folkmoot.portal.service.Referrals.Referral;
import org.folkmoot.portal.service.Referrals.Step;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.service.Teams;
import org.folkmoot.portal.service.Teams.Member;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.portal.term.Terms;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** One referral: how it stands, and what can be done with it after triage. */
@Path("/{ics}/referrals/")
@RolesAllowed({Roles.PRACTICE_VOTER, Roles.PCN_CLINICAL_DIRECTOR, Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class ReferralResource {

    private static final Map<String, Field> PAUSE = Map.of(
            "reason", new Field("reason", "The reason"),
            "from", new Field("from-day", "The first day"),
            "until", new Field("until-day", "The last day"));

    private static final Map<String, Field> HANDOVER =
            Map.of("to", new Field("to", "The other"), "words", new Field("words", "What you wrote"));

    @CheckedTemplate(basePath = "referral")
    static class Templates {
        static native TemplateInstance referral(Frame frame, ReferralPageView view);

        static native TemplateInstance pause(Frame frame, PauseView view);

        static native TemplateInstance handover(Frame frame, HandoverView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Panels panels;
    private final Referrals referrals;
    private final CarePlans plans;
    private final GpUpdates updates;
    private final Teams teams;
    private final Clock clock;

    ReferralResource(
            Visitor visitor,
            Frames frames,
            Forms forms,
            Panels panels,
            Referrals referrals,
            CarePlans plans,
            GpUpdates updates,
            Teams teams,
            Clock clock) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.panels = panels;
        this.referrals = referrals;
        this.plans = plans;
        this.updates = updates;
        this.teams = teams;
        this.clock = clock;
    }

    @GET
    @Path("{id}/")
    public TemplateInstance referral(@RestPath UUID id, @RestQuery @Nullable String done) {
        return page(visitor.now(), id, said(done), FormErrors.NONE);
    }

    private static @Nullable String said(@Nullable String done) {
        return switch (done) {
            case "sent" -> "The referral is sent.";
            case "triage" -> "It is in triage.";
            case "begin" -> "The assessment has begun.";
            case "closed" -> "The referral is closed.";
            case "paused" -> "The clock stands still.";
            case "resumed" -> "The clock goes on.";
            case "offered" -> "The handover is offered. Until it is accepted nothing changes.";
            case "offered-to-team" -> "The transfer is offered. Until the other team accepts nothing changes.";
            case "transferred" -> "The person is your team's from this moment.";
            case "taken-over" -> "The care is yours from this moment.";
            case "declined" -> "The handover is declined. Nothing has changed.";
            case "withdrawn" -> "The handover is withdrawn. Nothing has changed.";
            case "assessed" -> "The assessment is recorded.";
            case "told" -> "The update is sent.";
            case "broken" -> "The glass is broken. That you look here is recorded, and the team's lead is told.";
            case null, default -> null;
        };
    }

    @POST
    @Path("{id}/step/")
    public Response step(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        String tag = entered.text("tag");
        return switch (entered.text("step")) {
            case "triage" -> answer(visit, id, referrals.step(visit, id, Step.TRIAGE, tag), "triage");
            case "begin" -> answer(visit, id, referrals.step(visit, id, Step.BEGIN_ASSESSMENT, tag), "begin");
            case "take-over" -> handover(visit, id, entered, Answer.ACCEPT, "taken-over");
            case "decline" -> handover(visit, id, entered, Answer.DECLINE, "declined");
            case "withdraw" -> handover(visit, id, entered, Answer.WITHDRAW, "withdrawn");
            case "resume" -> resume(visit, id, entered);
            default -> FormAnswer.see(path(visit, id));
        };
    }

    private Response resume(Visit visit, UUID id, Entered entered) {
        Optional<UUID> pause = entered.id("pause");
        return pause.isEmpty()
                ? FormAnswer.see(path(visit, id))
                : answer(
                        visit,
                        id,
                        referrals.endPause(visit, id, pause.get(), clock.instant(), entered.text("tag")),
                        "resumed");
    }

    private Response handover(Visit visit, UUID id, Entered entered, Answer answer, String done) {
        Optional<UUID> handover = entered.id("handover");
        return handover.isEmpty()
                ? FormAnswer.see(path(visit, id))
                : answer(visit, id, referrals.answer(visit, id, handover.get(), answer, entered.text("tag")), done);
    }

    private <T> Response answer(Visit visit, UUID id, Reply<T> reply, String done) {
        return FormAnswer.of(
                reply, Map.of(), changed -> path(visit, id) + "?done=" + done, errors -> page(visit, id, null, errors));
    }

    /** A button that was pressed too late leads here, where there is nothing but the way back. */
    @GET
    @Path("{id}/step/")
    public Response backFromStep(@RestPath UUID id) {
        return FormAnswer.see(path(visitor.now(), id));
    }

    private TemplateInstance page(Visit visit, UUID id, @Nullable String done, FormErrors errors) {
        Reply.Given<Referral> given = referrals.referral(visit, id).given();
        Referral referral = given.value();
        boolean ofTeam = PortalPage.ASSESS.isFor(visit.roles()) && "team".equals(referral.basis());
        String clockCode = referral.clock();
        return Templates.referral(
                frames.of(visit, PortalPage.REFERRAL, "A referral"),
                new ReferralPageView(
                        referral,
                        given.tag().orElse(""),
                        Terms.state(referral.state()),
                        clockCode == null ? null : Terms.clock(clockCode),
                        ClockView.of(referral, LondonTime.today(clock)),
                        referral.caseManagers().isEmpty() ? null : care(visit, id),
                        new ReferralPageView.May(
                                ofTeam && referral.owned(),
                                ofTeam && (referral.owned() || referral.closed()),
                                referral.may("accept")),
                        done,
                        errors));
    }

    private ReferralPageView.Care care(Visit visit, UUID id) {
        Loading<List<Assessment>> assessments = panels.load(() -> plans.assessments(visit, id));
        Loading<Optional<CarePlan>> plan = panels.load(() -> plans.planIfAny(visit, id));
        Loading<OfReferral> told = panels.load(() -> updates.of(visit, id));
        return new ReferralPageView.Care(assessments.panel(), plan.panel(), told.panel());
    }

    @GET
    @Path("{id}/close/")
    public TemplateInstance askHowItEnds(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return closePage(visit, id, forms.shown(visit, path(visit, id) + "close/", draft, Entered.NOTHING));
    }

    @POST
    @Path("{id}/close/")
    public Response close(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        String outcome = entered.text(ChoiceView.CHOICE);
        return FormAnswer.of(
                ChoiceView.mistakes(Terms.isOneOf(Terms.OUTCOMES, outcome), true, ""),
                () -> referrals.close(visit, id, outcome, entered.orNull(ChoiceView.WORDS), entered.text("tag")),
                ChoiceView.fields("outcome", "words"),
                closed -> path(visit, id) + "?done=closed",
                mistakes -> closePage(visit, id, Form.again(entered, mistakes)));
    }

    private TemplateInstance closePage(Visit visit, UUID id, Form form) {
        Reply.Given<Referral> given = referrals.referral(visit, id).given();
        return new ChoiceView(
                        given.value().who(),
                        "Close this referral?",
                        given.value().draft()
                                ? "It was never sent. It is dropped."
                                : "The practices are told how it ended: a GP update is due.",
                        "How does it end?",
                        Terms.OUTCOMES,
                        "What else is to be known? (optional)",
                        null,
                        "Close the referral",
                        true,
                        path(visit, id),
                        path(visit, id) + "close/",
                        given.tag().orElse(""),
                        form)
                .page(frames.of(visit, PortalPage.CLOSE_REFERRAL, "Close a referral"));
    }

    @GET
    @Path("{id}/pause/")
    @RolesAllowed({Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
    public TemplateInstance askForPause(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return pausePage(
                visit,
                id,
                forms.shown(
                        visit,
                        path(visit, id) + "pause/",
                        draft,
                        Entered.NOTHING.withDay("from", LondonTime.today(clock))));
    }

    @POST
    @Path("{id}/pause/")
    @RolesAllowed({Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
    public Response pause(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        Optional<LocalDate> from = entered.day("from");
        Optional<LocalDate> until = entered.day("until");
        FormErrors errors = FormErrors.NONE
                .unless(Terms.isOneOf(Terms.PAUSES, entered.text("reason")), "reason", "Choose the reason")
                .unless(from.isPresent(), "from-day", "The first day must be a real date, such as 1 4 2027")
                .unless(
                        until.isPresent() || !entered.hasDay("until"),
                        "until-day",
                        "The day on which it goes on must be a real date, such as 1 4 2027");
        return FormAnswer.of(
                errors,
                () -> referrals.pause(
                        visit,
                        id,
                        entered.text("reason"),
                        moment(from.orElseThrow()),
                        until.map(this::moment).orElse(null),
                        entered.text("tag"),
                        Request.of(entered.text(Request.FIELD))),
                PAUSE,
                paused -> path(visit, id) + "?done=paused",
                mistakes -> pausePage(visit, id, Form.again(entered, mistakes)));
    }

    /** The beginning of a day that is over, and the present of today: the clock never stood still ahead of now. */
    private Instant moment(LocalDate day) {
        return day.equals(LondonTime.today(clock))
                ? clock.instant()
                : day.atStartOfDay(LondonTime.ZONE).toInstant();
    }

    private TemplateInstance pausePage(Visit visit, UUID id, Form form) {
        Reply.Given<Referral> given = referrals.referral(visit, id).given();
        return Templates.pause(
                frames.of(visit, PortalPage.PAUSE_CLOCK, "Stop the clock"),
                new PauseView(given.value(), given.tag().orElse(""), form));
    }

    @GET
    @Path("{id}/handover/")
    @RolesAllowed({Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
    public TemplateInstance askToWhom(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return handoverPage(visit, id, forms.shown(visit, path(visit, id) + "handover/", draft, Entered.NOTHING));
    }

    @POST
    @Path("{id}/handover/")
    @RolesAllowed({Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
    public Response offer(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        return FormAnswer.of(
                FormErrors.NONE
                        .unless(!entered.text("to").isEmpty(), "to", "Choose who is to take over")
                        .unless(!entered.text("words").isEmpty(), "words", "Enter what they need to know"),
                () -> referrals.offer(
                        visit,
                        id,
                        entered.text("to"),
                        entered.text("words"),
                        entered.text("tag"),
                        Request.of(entered.text(Request.FIELD))),
                HANDOVER,
                offered -> path(visit, id) + "?done=offered",
                mistakes -> handoverPage(visit, id, Form.again(entered, mistakes)));
    }

    private TemplateInstance handoverPage(Visit visit, UUID id, Form form) {
        Reply.Given<Referral> given = referrals.referral(visit, id).given();
        Referral referral = given.value();
        List<Member> others = teams.team(visit, referral.team()).orPage().members().stream()
                .filter(member -> member.subject() != null && !member.subject().equals(referral.caseManager()))
                .toList();
        return Templates.handover(
                frames.of(visit, PortalPage.OFFER_HANDOVER, "Hand over the care"),
                new HandoverView(referral, given.tag().orElse(""), others, form));
    }

    static String path(Visit visit, UUID id) {
        return visit.base() + "/referrals/" + id + "/";
    }
}
