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
import org.folkmoot.portal.frame.Answers;
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
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.frame.Request;
import org.folkmoot.portal.service.Made;
import org.folkmoot.portal.service.Patients;
import org.folkmoot.portal.service.Patients.Patient;
import org.folkmoot.portal.service.Referrals;
import org.folkmoot.portal.service.Referrals.Amendment;
import org.folkmoot.portal.service.Referrals.Referral;
import org.folkmoot.portal.service.Registry;
import org.folkmoot.portal.service.Registry.Organisation;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.service.Teams;
import org.folkmoot.portal.service.Teams.Team;
import org.folkmoot.portal.session.FormFields;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.portal.term.Terms;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * Referring somebody: the NHS number, who it is if nobody has referred them before, to which team and why; then the draft is
 * the service's, and it is sent from a page with all that was entered. What was entered before that is kept, sealed, for as
 * long as any form that is not finished, and thrown away as soon as the draft is made: of the answers there is left then
 * which draft it is, so that whoever goes back or sends the form twice finds it.
 */
@Path("/{ics}/referrals/")
@RolesAllowed({Roles.PRACTICE_VOTER, Roles.PCN_CLINICAL_DIRECTOR, Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class ReferResource {

    private static final String PAGE = "page";

    /** The draft that was made of the answers. */
    private static final String MADE = "made";

    @CheckedTemplate(basePath = "referral")
    static class Templates {
        static native TemplateInstance refer(Frame frame, ReferView view);

        static native TemplateInstance check(Frame frame, DraftView view);

        static native TemplateInstance change(Frame frame, DraftView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Answers answers;
    private final Panels panels;
    private final Registry registry;
    private final Patients patients;
    private final Referrals referrals;
    private final Teams teams;

    ReferResource(
            Visitor visitor,
            Frames frames,
            Forms forms,
            Answers answers,
            Panels panels,
            Registry registry,
            Patients patients,
            Referrals referrals,
            Teams teams) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.answers = answers;
        this.panels = panels;
        this.registry = registry;
        this.patients = patients;
        this.referrals = referrals;
        this.teams = teams;
    }

    @GET
    @Path("add/")
    public Response begin(@RestQuery @Nullable String draft, @RestQuery @Nullable String page) {
        Visit visit = visitor.now();
        Optional<Entered> found = answers.of(visit, path(visit), draft);
        if (draft != null && found.isPresent() && !found.get().text(PAGE).isEmpty()) {
            return late(visit, draft, found.get());
        }
        Optional<UUID> made = made(found);
        if (made.isPresent()) {
            return toCheck(visit, made.get());
        }
        Optional<Entered> kept = begun(found);
        ReferForm.Step step = kept.isEmpty() ? ReferForm.Step.NUMBER : ReferForm.Step.named(page);
        return FormAnswer.again(page(
                visit,
                step,
                kept.isEmpty() ? null : draft,
                draft != null && kept.isEmpty(),
                Form.of(kept.orElse(Entered.NOTHING))));
    }

    /** A page that was sent after the session had ended: it is put where it would have gone, and stands nowhere else then. */
    private Response late(Visit visit, String draft, Entered sent) {
        String name = sent.orNull(FormFields.DRAFT);
        Optional<Entered> before = answers.of(visit, path(visit), name);
        Optional<UUID> made = made(before);
        if (made.isPresent()) {
            keep(visit, draft, Entered.NOTHING);
            return toCheck(visit, made.get());
        }
        String anew = keep(visit, null, taken(before.orElse(Entered.NOTHING), sent));
        keep(visit, draft, Entered.NOTHING);
        if (before.isPresent()) {
            keep(visit, name, Entered.NOTHING);
        }
        return see(visit, anew, ReferForm.Step.named(sent.text(PAGE)));
    }

    /** Which draft was made of the answers; empty while none was. */
    private static Optional<UUID> made(Optional<Entered> kept) {
        return kept.flatMap(each -> each.id(MADE));
    }

    /** The answers, if the number is among them with which they begin: without it they were thrown away. */
    private static Optional<Entered> begun(Optional<Entered> kept) {
        return kept.filter(each -> !each.text(ReferForm.NUMBER).isEmpty());
    }

    @POST
    @Path("add/")
    public Response goOn() {
        Visit visit = visitor.now();
        Entered sent = forms.sent();
        String name = sent.orNull(FormFields.DRAFT);
        Optional<Entered> found = answers.of(visit, path(visit), name);
        Optional<UUID> made = made(found);
        if (made.isPresent()) {
            return toCheck(visit, made.get());
        }
        Optional<Entered> kept = begun(found);
        ReferForm.Step step = ReferForm.Step.named(sent.text(PAGE));
        if (kept.isEmpty() && step != ReferForm.Step.NUMBER) {
            return FormAnswer.again(page(visit, ReferForm.Step.NUMBER, null, true, Form.of(Entered.NOTHING)));
        }
        Entered all = taken(kept.orElse(Entered.NOTHING), sent);
        FormErrors errors = new ReferForm(all).mistakes(step);
        if (errors.any()) {
            return FormAnswer.again(page(visit, step, kept.isEmpty() ? null : name, false, Form.again(all, errors)));
        }
        String keptAs = kept.isEmpty() ? null : name;
        return switch (step) {
            case NUMBER -> found(visit, keptAs, all);
            case PERSON -> see(visit, keep(visit, keptAs, all), ReferForm.Step.REFERRAL);
            case REFERRAL -> drafted(visit, keep(visit, keptAs, all), all, sent);
        };
    }

    /** Somebody whom the person may see is not asked for again. */
    private Response found(Visit visit, @Nullable String name, Entered all) {
        String digits = new ReferForm(all).number().orElseThrow().digits();
        Optional<Patient> known = patients.search(visit, digits).orPage();
        Entered both = all.with(ReferForm.PATIENT, known.map(Patient::id).orElse(null));
        return see(visit, keep(visit, name, both), known.isPresent() ? ReferForm.Step.REFERRAL : ReferForm.Step.PERSON);
    }

    private Response drafted(Visit visit, String name, Entered all, Entered sent) {
        ReferForm refer = new ReferForm(all);
        FormErrors before = refer.patient().isPresent()
                ? refer.mistakes(ReferForm.Step.NUMBER)
                : firstOf(refer.mistakes(ReferForm.Step.NUMBER), refer.mistakes(ReferForm.Step.PERSON));
        if (before.any()) {
            return FormAnswer.again(page(visit, ReferForm.stepOf(before), name, false, Form.again(all, before)));
        }
        Reply<Made> made = referrals.refer(visit, refer.referral(), Request.of(sent.text(Request.FIELD)));
        if (made instanceof Reply.Given<Made>(Made draft, var tag, var location)) {
            keep(visit, name, Entered.NOTHING.with(MADE, draft.id()));
        }
        return switch (made) {
            case Reply.Refused<Made>(Problem problem)
            when FormAnswer.isAboutTheForm(problem) -> {
                FormErrors errors = FormErrors.of(problem, ReferForm.FIELDS);
                yield FormAnswer.again(page(visit, ReferForm.stepOf(errors), name, false, Form.again(all, errors)));
            }
            case Reply<Made> other -> toCheck(visit, other.orPage().id());
        };
    }

    /** The way to the page from which a draft is sent. */
    private static Response toCheck(Visit visit, UUID draft) {
        return FormAnswer.see(ReferralResource.path(visit, draft) + "check/");
    }

    private static FormErrors firstOf(FormErrors one, FormErrors other) {
        return one.any() ? one : other;
    }

    /** What was sent from a page, among what was entered on the others. */
    private static Entered taken(Entered before, Entered sent) {
        Entered cleared = ReferForm.Step.named(sent.text(PAGE)) == ReferForm.Step.REFERRAL
                ? before.without(name -> name.equals("criteria"))
                : before;
        return cleared.with(sent.without(ReferResource::isOfTheWay).fields());
    }

    private static boolean isOfTheWay(String name) {
        return name.equals(PAGE)
                || name.equals(FormFields.DRAFT)
                || name.equals(FormFields.TOKEN)
                || name.equals(MADE)
                || name.equals(Request.FIELD);
    }

    private String keep(Visit visit, @Nullable String name, Entered all) {
        return answers.keep(visit, path(visit), name, all);
    }

    private static Response see(Visit visit, String name, ReferForm.Step step) {
        return FormAnswer.see(to(visit, name, step));
    }

    private static String to(Visit visit, @Nullable String name, ReferForm.Step step) {
        return Query.of(path(visit))
                .with(FormFields.DRAFT, name)
                .with(PAGE, step.slug())
                .href();
    }

    private TemplateInstance page(Visit visit, ReferForm.Step step, @Nullable String name, boolean lost, Form form) {
        Optional<UUID> known = new ReferForm(form.entered()).patient();
        boolean finds = PortalPage.TRIAGE.isFor(visit.roles());
        boolean usual = usual(step, form);
        List<String> practices = step == ReferForm.Step.REFERRAL || (step == ReferForm.Step.PERSON && usual)
                ? practices(visit)
                : List.of();
        return Templates.refer(
                frames.of(visit, PortalPage.REFER, "Refer a patient"),
                new ReferView(
                        step.slug(),
                        step.heading(),
                        name,
                        switch (step) {
                            case NUMBER -> null;
                            case PERSON -> to(visit, name, ReferForm.Step.NUMBER);
                            case REFERRAL ->
                                to(visit, name, known.isEmpty() ? ReferForm.Step.PERSON : ReferForm.Step.NUMBER);
                        },
                        step == ReferForm.Step.REFERRAL
                                ? known.map(id -> patients.patient(visit, id).orPage())
                                        .orElse(null)
                                : null,
                        step == ReferForm.Step.REFERRAL
                                ? teams.all(visit, Map.of()).orPage()
                                : List.of(),
                        practices,
                        finds,
                        lost,
                        usual ? withTheUsual(step, practices, form) : form));
    }

    /** Those of the person's organisations that are practices of the ICS: neither networks nor trusts nor its board. */
    private List<String> practices(Visit visit) {
        String board = visit.tenant().icb().code();
        List<Loading<Organisation>> asked = visit.codes().stream()
                .filter(code -> !code.equals(board))
                .map(code -> panels.load(() -> registry.organisation(visit, code, null)))
                .toList();
        return asked.stream()
                .flatMap(each -> each.reply().ifThere().stream())
                .filter(each -> each.kind().equals("practice")
                        && each.icb() != null
                        && each.icb().code().equals(board))
                .map(Organisation::code)
                .toList();
    }

    /** Whether the page begins with what is usual: where nobody has said anything else. */
    private static boolean usual(ReferForm.Step step, Form form) {
        return switch (step) {
            case NUMBER -> false;
            case PERSON, REFERRAL ->
                !form.entered().fields().containsKey(usualField(step))
                        && !form.errors().any();
        };
    }

    private static String usualField(ReferForm.Step step) {
        return step == ReferForm.Step.PERSON ? "registeredPractice" : "priority";
    }

    /** Most are routine, and a patient is mostly registered where somebody refers them. */
    private static Form withTheUsual(ReferForm.Step step, List<String> practices, Form form) {
        String usual =
                step == ReferForm.Step.PERSON ? practices.stream().findFirst().orElse("") : "routine";
        return new Form(form.entered().with(usualField(step), usual), form.request(), form.errors(), form.restored());
    }

    @GET
    @Path("{id}/check/")
    public TemplateInstance check(@RestPath UUID id) {
        Visit visit = visitor.now();
        return checkPage(visit, id, Form.fresh());
    }

    @POST
    @Path("{id}/check/")
    public Response send(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        return FormAnswer.of(
                referrals.step(visit, id, Referrals.Step.SUBMIT, entered.text("tag")),
                Map.of(),
                sent -> ReferralResource.path(visit, id) + "?done=sent",
                mistakes -> checkPage(visit, id, Form.again(entered, mistakes)));
    }

    private TemplateInstance checkPage(Visit visit, UUID id, Form form) {
        Reply.Given<Referral> given = referrals.referral(visit, id).given();
        return Templates.check(
                frames.of(visit, PortalPage.CHECK_REFERRAL, "Check a referral before you send it"),
                new DraftView(given.value(), given.tag().orElse(""), List.of(), form));
    }

    @GET
    @Path("{id}/change/")
    public TemplateInstance ask(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        Reply.Given<Referral> given = referrals.referral(visit, id).given();
        Referral referral = given.value();
        Entered known = Entered.NOTHING
                .with("team", referral.team())
                .with("priority", referral.priority())
                .with("service", referral.service())
                .with("reason", referral.reason());
        return changePage(visit, given, forms.shown(visit, ReferralResource.path(visit, id) + "change/", draft, known));
    }

    @POST
    @Path("{id}/change/")
    public Response change(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        Optional<UUID> team = entered.id("team");
        return FormAnswer.of(
                FormErrors.NONE
                        .unless(team.isPresent(), "team", "Choose the team")
                        .unless(
                                Terms.isOneOf(Terms.PRIORITIES, entered.text("priority")),
                                "priority",
                                "Choose how soon")
                        .unless(!entered.text("reason").isEmpty(), "reason", "Enter why you refer"),
                () -> referrals.amend(
                        visit,
                        id,
                        new Amendment(
                                team.orElseThrow(),
                                entered.text("priority"),
                                entered.orNull("service"),
                                entered.text("reason")),
                        entered.text("tag")),
                ReferForm.FIELDS,
                changed -> ReferralResource.path(visit, id) + "check/",
                mistakes -> changePage(visit, referrals.referral(visit, id).given(), Form.again(entered, mistakes)));
    }

    private TemplateInstance changePage(Visit visit, Reply.Given<Referral> given, Form form) {
        List<Team> known = teams.all(visit, Map.of()).orPage();
        return Templates.change(
                frames.of(visit, PortalPage.CHANGE_REFERRAL, "Change a referral"),
                new DraftView(given.value(), given.tag().orElse(""), known, form));
    }

    private static String path(Visit visit) {
        return visit.base() + PortalPage.REFER.example();
    }
}
