package org.folkmoot.portal.care;

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
import org.folkmoot.portal.service.CarePlans.Activity;
import org.folkmoot.portal.service.CarePlans.CarePlan;
import org.folkmoot.portal.service.CarePlans.NewAssessment;
import org.folkmoot.portal.service.CarePlans.NewReview;
import org.folkmoot.portal.service.CarePlans.NewVersion;
import org.folkmoot.portal.service.CarePlans.Version;
import org.folkmoot.portal.service.Referrals;
import org.folkmoot.portal.service.Referrals.Referral;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.portal.term.Terms;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.problem.ProblemException;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Writing down an assessment, and the care plan of somebody from its first draft to its reviews. */
@Path("/{ics}/referrals/")
@RolesAllowed({Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class CarePlanResource {

    private static final Map<String, Field> ASSESSMENT = Map.of(
            "on", new Field("on-day", "The day"),
            "assessor", new Field("assessor", "Who assessed"),
            "findings", new Field("findings", "What was found"));

    private static final Map<String, Field> VERSION = Map.of(
            "goals", new Field("goals", "A goal"),
            "activities", new Field("activities", "What is done"),
            "contingency", new Field("contingency", "What is done if things go another way"),
            "review", new Field("review-day", "The day of the review"));

    private static final Map<String, Field> AGREEMENT =
            Map.of("on", new Field("on-day", "The day"), "how", new Field("how", "How the person agreed"));

    private static final Map<String, Field> REVIEW = Map.of(
            "on", new Field("on-day", "The day"),
            "outcome", new Field("outcome", "What came of it"),
            "notes", new Field("notes", "What was said"),
            "next", new Field("next-day", "The day of the next review"));

    private static final String NO_DAY = "The day must be a real date, such as 1 4 2027";

    @CheckedTemplate(basePath = "care")
    static class Templates {
        static native TemplateInstance assess(Frame frame, CareFormView view);

        static native TemplateInstance plan(Frame frame, CarePlanView view);

        static native TemplateInstance draft(Frame frame, CareFormView view);

        static native TemplateInstance agree(Frame frame, AgreementView view);

        static native TemplateInstance review(Frame frame, CareFormView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Panels panels;
    private final Referrals referrals;
    private final CarePlans plans;
    private final Clock clock;

    CarePlanResource(
            Visitor visitor,
            Frames frames,
            Forms forms,
            Panels panels,
            Referrals referrals,
            CarePlans plans,
            Clock clock) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.panels = panels;
        this.referrals = referrals;
        this.plans = plans;
        this.clock = clock;
    }

    @GET
    @Path("{id}/assess/")
    public TemplateInstance askForAssessment(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return assessPage(visit, id, shown(visit, path(visit, id) + "assess/", draft, today("on")));
    }

    @POST
    @Path("{id}/assess/")
    public Response assess(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        Optional<LocalDate> on = entered.day("on");
        return FormAnswer.of(
                FormErrors.NONE
                        .unless(on.isPresent(), "on-day", NO_DAY)
                        .unless(!entered.text("findings").isEmpty(), "findings", "Enter what was found"),
                () -> plans.assess(
                        visit,
                        id,
                        new NewAssessment(on.orElseThrow(), entered.orNull("assessor"), entered.text("findings")),
                        Request.of(entered.text(Request.FIELD))),
                ASSESSMENT,
                made -> path(visit, id) + "?done=assessed",
                errors -> assessPage(visit, id, Form.again(entered, errors)));
    }

    private TemplateInstance assessPage(Visit visit, UUID id, Form form) {
        return Templates.assess(frames.of(visit, PortalPage.ASSESS, "Record an assessment"), view(visit, id, "", form));
    }

    @GET
    @Path("{id}/care-plan/")
    @RolesAllowed({Roles.PRACTICE_VOTER, Roles.PCN_CLINICAL_DIRECTOR, Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
    public TemplateInstance plan(@RestPath UUID id, @RestQuery @Nullable String done) {
        Visit visit = visitor.now();
        Loading<Optional<CarePlan>> plan = panels.load(() -> plans.planIfAny(visit, id));
        Referral referral = referrals.referral(visit, id).orPage();
        boolean writes = PortalPage.DRAFT_CARE_PLAN.isFor(visit.roles()) && "team".equals(referral.basis());
        return Templates.plan(
                frames.of(visit, PortalPage.CARE_PLAN, "A care plan"),
                new CarePlanView(
                        referral,
                        plan.reply().orPage().orElse(null),
                        writes && referral.owned(),
                        writes && referral.inCare(),
                        said(done)));
    }

    private static @Nullable String said(@Nullable String done) {
        return switch (done) {
            case "drafted" -> "The draft is kept. It holds once the person has agreed.";
            case "agreed" -> "The plan is agreed.";
            case "reviewed" -> "The review is recorded.";
            case null, default -> null;
        };
    }

    @GET
    @Path("{id}/care-plan/add/")
    public TemplateInstance askForVersion(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        Entered known = plans.planIfAny(visit, id)
                .orPage()
                .map(plan -> plan.draft() == null ? plan.agreed() : plan.draft())
                .map(CarePlanResource::entered)
                .orElse(Entered.NOTHING);
        return draftPage(visit, id, shown(visit, path(visit, id) + "care-plan/add/", draft, known));
    }

    /** A version as the form of the next one begins. */
    private static Entered entered(Version version) {
        return Entered.NOTHING
                .with("goals", String.join("\n", version.goals()))
                .with("activities", ActivityLines.text(version.activities()))
                .with("contingency", version.contingency())
                .withDay("review", version.review());
    }

    @POST
    @Path("{id}/care-plan/add/")
    public Response draft(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        List<String> goals = entered.lines("goals");
        Optional<List<Activity>> activities = ActivityLines.read(entered.lines("activities"));
        Optional<LocalDate> review = entered.day("review");
        return FormAnswer.of(
                FormErrors.NONE
                        .unless(!goals.isEmpty(), "goals", "Enter at least one goal")
                        .unless(
                                activities.isPresent(),
                                "activities",
                                "Write each line as: what; who; day, such as: Visit at home; Sam Lee; 1/4/2027")
                        .unless(
                                !entered.text("contingency").isEmpty(),
                                "contingency",
                                "Enter what is done if things go another way")
                        .unless(review.isPresent(), "review-day", NO_DAY),
                () -> plans.draft(
                        visit,
                        id,
                        new NewVersion(
                                goals, activities.orElseThrow(), entered.text("contingency"), review.orElseThrow()),
                        Request.of(entered.text(Request.FIELD))),
                VERSION,
                made -> path(visit, id) + "care-plan/?done=drafted",
                errors -> draftPage(visit, id, Form.again(entered, errors)));
    }

    private TemplateInstance draftPage(Visit visit, UUID id, Form form) {
        return Templates.draft(
                frames.of(visit, PortalPage.DRAFT_CARE_PLAN, "Draft a care plan"), view(visit, id, "", form));
    }

    @GET
    @Path("{id}/care-plan/agree/")
    public TemplateInstance askForAgreement(
            @RestPath UUID id, @RestQuery @Nullable Integer version, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return agreePage(
                visit,
                id,
                shown(
                        visit,
                        path(visit, id) + "care-plan/agree/",
                        draft,
                        today("on").with(AgreementView.VERSION, version)));
    }

    @POST
    @Path("{id}/care-plan/agree/")
    public Response agree(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        Optional<LocalDate> on = entered.day("on");
        int version = entered.number(AgreementView.VERSION).orElseThrow(CarePlanResource::nothing);
        return FormAnswer.of(
                FormErrors.NONE
                        .unless(
                                Terms.isOneOf(Terms.AGREEMENTS, entered.text("how")),
                                "how",
                                "Choose how the person agreed")
                        .unless(on.isPresent(), "on-day", NO_DAY),
                () -> plans.agree(visit, id, version, on.orElseThrow(), entered.text("how"), entered.text("tag")),
                AGREEMENT,
                agreed -> path(visit, id) + "care-plan/?done=agreed",
                errors -> agreePage(visit, id, Form.again(entered, errors)));
    }

    /** The version that the form is about stays what it was: the person agreed to that one and to no newer one. */
    private TemplateInstance agreePage(Visit visit, UUID id, Form form) {
        Reply.Given<CarePlan> given = plans.plan(visit, id).given();
        Version draft = given.value().draft();
        Entered entered = form.entered();
        Form numbered = draft == null || entered.number(AgreementView.VERSION).isPresent()
                ? form
                : new Form(
                        entered.with(AgreementView.VERSION, draft.number()),
                        form.request(),
                        form.errors(),
                        form.restored());
        return Templates.agree(
                frames.of(visit, PortalPage.AGREE_CARE_PLAN, "A care plan is agreed"),
                new AgreementView(
                        referrals.referral(visit, id).orPage(),
                        draft,
                        given.tag().orElse(""),
                        numbered));
    }

    @GET
    @Path("{id}/care-plan/review/")
    public TemplateInstance askForReview(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return reviewPage(visit, id, shown(visit, path(visit, id) + "care-plan/review/", draft, today("on")));
    }

    @POST
    @Path("{id}/care-plan/review/")
    public Response review(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        Optional<LocalDate> on = entered.day("on");
        Optional<LocalDate> next = entered.day("next");
        return FormAnswer.of(
                FormErrors.NONE
                        .unless(on.isPresent(), "on-day", NO_DAY)
                        .unless(
                                Terms.isOneOf(Terms.REVIEWS, entered.text("outcome")),
                                "outcome",
                                "Choose what came of it")
                        .unless(!entered.text("notes").isEmpty(), "notes", "Enter what was said")
                        .unless(next.isPresent(), "next-day", NO_DAY),
                () -> plans.review(
                        visit,
                        id,
                        new NewReview(
                                on.orElseThrow(), entered.text("outcome"), entered.text("notes"), next.orElseThrow()),
                        Request.of(entered.text(Request.FIELD))),
                REVIEW,
                reviewed -> path(visit, id) + "care-plan/?done=reviewed",
                errors -> reviewPage(visit, id, Form.again(entered, errors)));
    }

    private TemplateInstance reviewPage(Visit visit, UUID id, Form form) {
        return Templates.review(
                frames.of(visit, PortalPage.REVIEW_CARE_PLAN, "Review a care plan"), view(visit, id, "", form));
    }

    private CareFormView view(Visit visit, UUID id, String tag, Form form) {
        return new CareFormView(referrals.referral(visit, id).orPage(), tag, form);
    }

    private Form shown(Visit visit, String path, @Nullable String draft, Entered known) {
        return forms.shown(visit, path, draft, known);
    }

    private Entered today(String field) {
        return Entered.NOTHING.withDay(field, LondonTime.today(clock));
    }

    private static ProblemException nothing() {
        return new ProblemException(Problem.of(CommonProblem.NOT_FOUND));
    }

    static String path(Visit visit, UUID id) {
        return visit.base() + "/referrals/" + id + "/";
    }
}
