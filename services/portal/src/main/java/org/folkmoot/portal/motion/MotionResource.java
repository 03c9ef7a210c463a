package org.folkmoot.portal.motion;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.http.Table;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.frame.EveryGroup;
import org.folkmoot.portal.frame.Exports;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.frame.FormAnswer;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.FormErrors.Field;
import org.folkmoot.portal.frame.Forms;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.frame.Panels;
import org.folkmoot.portal.frame.Panels.Loading;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.frame.Request;
import org.folkmoot.portal.rule.RuleWords;
import org.folkmoot.portal.service.Ballots;
import org.folkmoot.portal.service.Ballots.Ballot;
import org.folkmoot.portal.service.Groups;
import org.folkmoot.portal.service.Groups.Group;
import org.folkmoot.portal.service.Motions;
import org.folkmoot.portal.service.Motions.Alternative;
import org.folkmoot.portal.service.Motions.Candidate;
import org.folkmoot.portal.service.Motions.Change;
import org.folkmoot.portal.service.Motions.Contest;
import org.folkmoot.portal.service.Motions.MandateTerms;
import org.folkmoot.portal.service.Motions.Motion;
import org.folkmoot.portal.service.Motions.NewMotion;
import org.folkmoot.portal.service.Motions.NewObjection;
import org.folkmoot.portal.service.Motions.Objection;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Motions and what is said of them. */
@Path("/{ics}/motions/")
@RolesAllowed({
    Roles.PCN_CLINICAL_DIRECTOR,
    Roles.PRACTICE_VOTER,
    Roles.LMC_EXECUTIVE,
    Roles.GROUP_SECRETARY,
    Roles.EXECUTIVE_MANAGER,
    Roles.ICS_OBSERVER,
    Roles.ICS_ADMIN
})
@RunOnVirtualThread
class MotionResource {

    private static final Map<String, Field> FIELDS = Map.of(
            "title", new Field("title", "The title"),
            "words", new Field("words", "The words"),
            "reason", new Field("reason", "The reason"),
            "question", new Field("question", "The kind of question"),
            "mandate", new Field("scope", "The mandate"),
            "contest", new Field("seats", "The election"),
            "organisation", new Field("organisation", "The organisation"),
            "alternatives", new Field("alternatives", "The alternatives"));

    private static final Table.Columns<MotionsView.Row> COLUMNS = Table.<MotionsView.Row>columns()
            .text("Motion", row -> row.motion().title())
            .text("Group", MotionsView.Row::group)
            .text("Question", MotionsView.Row::question)
            .text("State", row -> row.state().words())
            .text("Proposed by", row -> row.motion().proposedBy())
            .text("Proposed", row -> row.motion().proposedAt().toString());

    @CheckedTemplate(basePath = "motion")
    static class Templates {
        static native TemplateInstance motions(Frame frame, MotionsView view);

        static native TemplateInstance motion(Frame frame, MotionView view);

        static native TemplateInstance addMotion(Frame frame, AddMotionView view);

        static native TemplateInstance amend(Frame frame, ChangeView view);

        static native TemplateInstance withdraw(Frame frame, ChangeView view);

        static native TemplateInstance object(Frame frame, ChangeView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Panels panels;
    private final EveryGroup every;
    private final Motions motions;
    private final Ballots ballots;
    private final Groups groups;

    MotionResource(
            Visitor visitor,
            Frames frames,
            Forms forms,
            Panels panels,
            EveryGroup every,
            Motions motions,
            Ballots ballots,
            Groups groups) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.panels = panels;
        this.every = every;
        this.motions = motions;
        this.ballots = ballots;
        this.groups = groups;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance motions(
            @RestQuery @DefaultValue("") String state,
            @RestQuery @DefaultValue("") String group,
            @RestQuery @DefaultValue("") String sort,
            @RestQuery @DefaultValue("1") int page) {
        Visit visit = visitor.now();
        Loading<List<Group>> known = panels.load(() -> groups.all(visit));
        Query asked = Query.of(visit.base() + PortalPage.MOTIONS.example())
                .with("state", state)
                .with("group", group)
                .with("sort", sort);
        List<MotionsView.Row> rows = rows(visit, state, group, sort);
        return Templates.motions(
                frames.of(visit, PortalPage.MOTIONS, "Motions"),
                new MotionsView(
                        state,
                        group,
                        sort,
                        known.reply().orPage(),
                        PortalPage.ADD_MOTION.isFor(visit.roles()),
                        Listing.of(rows, page, asked)));
    }

    @GET
    @Produces({Exports.CSV, Exports.XLSX})
    public Table<MotionsView.Row> export(
            @RestQuery @DefaultValue("") String state,
            @RestQuery @DefaultValue("") String group,
            @RestQuery @DefaultValue("") String sort) {
        return COLUMNS.table("motions", rows(visitor.now(), state, group, sort).stream());
    }

    private List<MotionsView.Row> rows(Visit visit, String state, String group, String sort) {
        Comparator<EveryGroup.Of<Motion>> latest = Comparator.comparing(
                        (EveryGroup.Of<Motion> each) -> each.what().proposedAt())
                .reversed();
        return every.ask(visit, motions::ofGroup).orPage().stream()
                .filter(each -> state.isEmpty() || each.what().state().equals(state))
                .filter(each -> group.isEmpty() || each.group().id().toString().equals(group))
                .sorted(
                        sort.equals("title")
                                ? Comparator.comparing(each -> each.what().title())
                                : latest)
                .map(each -> MotionsView.Row.of(visit.base(), each))
                .toList();
    }

    @GET
    @Path("add/")
    @RolesAllowed({
        Roles.PCN_CLINICAL_DIRECTOR,
        Roles.PRACTICE_VOTER,
        Roles.LMC_EXECUTIVE,
        Roles.GROUP_SECRETARY,
        Roles.EXECUTIVE_MANAGER
    })
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance add(@RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return addPage(
                visit,
                forms.shown(
                        visit,
                        visit.base() + PortalPage.ADD_MOTION.example(),
                        draft,
                        Entered.NOTHING.with("question", "ordinary")));
    }

    @POST
    @Path("add/")
    @RolesAllowed({
        Roles.PCN_CLINICAL_DIRECTOR,
        Roles.PRACTICE_VOTER,
        Roles.LMC_EXECUTIVE,
        Roles.GROUP_SECRETARY,
        Roles.EXECUTIVE_MANAGER
    })
    @Produces(MediaType.TEXT_HTML)
    public Response draft() {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        Optional<UUID> group = entered.id("group");
        String question = entered.text("question");
        FormErrors errors = FormErrors.NONE;
        errors = group.isEmpty() ? errors.and("group", "Choose the group") : errors;
        errors = entered.text("title").isEmpty() ? errors.and("title", "Enter the title") : errors;
        errors = entered.text("words").isEmpty() ? errors.and("words", "Enter what the motion says") : errors;
        MandateTerms terms = null;
        if (question.equals("mandate")) {
            errors = entered.lines("scope").isEmpty() ? errors.and("scope", "Enter what the mandate covers") : errors;
            for (String day : List.of("from", "until", "review")) {
                errors = entered.day(day).isEmpty()
                        ? errors.and(day + "-day", "The days of the mandate must be real dates, such as 1 4 2027")
                        : errors;
            }
            terms = errors.any() ? null : terms(entered);
        }
        Contest contest = null;
        if (question.equals("seat")) {
            List<String> lines = entered.lines("candidates");
            contest = new Contest(
                    entered.lines("seats"),
                    lines.stream()
                            .map(MotionResource::candidate)
                            .flatMap(Optional::stream)
                            .toList());
            errors = contest.seats().isEmpty() ? errors.and("seats", "Enter the seats that are to be filled") : errors;
            errors = lines.isEmpty()
                    ? errors.and("candidates", "Enter who stands: on each line a name, a comma and an account")
                    : errors;
            for (String line : lines) {
                errors = candidate(line).isEmpty()
                        ? errors.and("candidates", "“%s” must be a name, a comma and an account".formatted(line))
                        : errors;
            }
        }
        if (errors.any()) {
            return FormAnswer.again(addPage(visit, Form.again(entered, errors)));
        }
        return FormAnswer.of(
                motions.draft(
                        visit,
                        group.orElseThrow(),
                        new NewMotion(
                                question,
                                entered.text("title"),
                                entered.text("words"),
                                alternatives(entered),
                                terms,
                                contest,
                                entered.orNull("organisation")),
                        Request.of(entered.text(Request.FIELD))),
                FIELDS,
                motion -> path(visit, motion.id()) + "?done=drafted",
                mistakes -> addPage(visit, Form.again(entered, mistakes)));
    }

    private static MandateTerms terms(Entered entered) {
        LocalDate from = entered.day("from").orElseThrow();
        return new MandateTerms(
                entered.lines("scope"),
                entered.lines("exclusions"),
                from,
                entered.day("until").orElseThrow(),
                entered.day("review").orElseThrow());
    }

    /** A name, a comma and an account; empty if the line is not that. */
    private static Optional<Candidate> candidate(String line) {
        int comma = line.lastIndexOf(',');
        return comma < 0
                ? Optional.empty()
                : Optional.of(new Candidate(
                                line.substring(0, comma).strip(),
                                line.substring(comma + 1).strip()))
                        .filter(candidate -> !candidate.name().isEmpty()
                                && !candidate.subject().isEmpty());
    }

    /** On each line what it is, a colon, and what speaks for and against it. */
    private static List<Alternative> alternatives(Entered entered) {
        var alternatives = new ArrayList<Alternative>();
        for (String line : entered.lines("alternatives")) {
            int colon = line.indexOf(':');
            alternatives.add(
                    colon > 0
                            ? new Alternative(
                                    line.substring(0, colon).strip(),
                                    line.substring(colon + 1).strip())
                            : new Alternative(line, line));
        }
        return alternatives;
    }

    @GET
    @Path("{id}/")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance motion(@RestPath UUID id, @RestQuery @Nullable String done) {
        return page(
                visitor.now(),
                id,
                FormErrors.NONE,
                switch (done) {
                    case "drafted" -> "The draft is kept. The secretary can table it.";
                    case "tabled" -> "The motion is tabled.";
                    case "withdrawn" -> "The motion is withdrawn.";
                    case "amended" -> "The amendment is proposed.";
                    case "accepted" -> "The amendment is accepted: the motion says what it says.";
                    case "refused" -> "The amendment is refused.";
                    case "objected" -> "It is attached to the motion, and waits for a reply.";
                    case null, default -> null;
                });
    }

    @POST
    @Path("{id}/table/")
    @RolesAllowed(Roles.GROUP_SECRETARY)
    @Produces(MediaType.TEXT_HTML)
    public Response table(@RestPath UUID id) {
        Visit visit = visitor.now();
        return FormAnswer.of(
                motions.change(visit, id, Change.TABLE, null, forms.sent().text("tag")),
                Map.of(),
                motion -> path(visit, id) + "?done=tabled",
                errors -> page(visit, id, errors, null));
    }

    @POST
    @Path("{id}/amendments/{number}/settle/")
    @RolesAllowed(Roles.GROUP_SECRETARY)
    @Produces(MediaType.TEXT_HTML)
    public Response settle(@RestPath UUID id, @RestPath int number) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        boolean accepted = entered.text("step").equals("accept");
        return FormAnswer.of(
                motions.settle(visit, id, number, accepted, entered.text("tag")),
                Map.of(),
                motion -> path(visit, id) + "?done=" + (accepted ? "accepted" : "refused"),
                errors -> page(visit, id, errors, null));
    }

    /** A button that was pressed too late leads here, where there is nothing but the way back. */
    @GET
    @Path("{id}/table/")
    @Produces(MediaType.TEXT_HTML)
    public Response backFromTable(@RestPath UUID id) {
        return FormAnswer.see(path(visitor.now(), id));
    }

    /** The same for a button beside an amendment. */
    @GET
    @Path("{id}/amendments/{number}/settle/")
    @Produces(MediaType.TEXT_HTML)
    public Response backFromAmendment(@RestPath UUID id) {
        return FormAnswer.see(path(visitor.now(), id));
    }

    @GET
    @Path("{id}/amend/")
    @RolesAllowed({
        Roles.PCN_CLINICAL_DIRECTOR,
        Roles.PRACTICE_VOTER,
        Roles.LMC_EXECUTIVE,
        Roles.GROUP_SECRETARY,
        Roles.EXECUTIVE_MANAGER
    })
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance writeAmendment(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        Motion motion = motions.motion(visit, id).orPage();
        return amendPage(
                visit,
                id,
                forms.shown(visit, path(visit, id) + "amend/", draft, Entered.NOTHING.with("words", motion.words())));
    }

    @POST
    @Path("{id}/amend/")
    @RolesAllowed({
        Roles.PCN_CLINICAL_DIRECTOR,
        Roles.PRACTICE_VOTER,
        Roles.LMC_EXECUTIVE,
        Roles.GROUP_SECRETARY,
        Roles.EXECUTIVE_MANAGER
    })
    @Produces(MediaType.TEXT_HTML)
    public Response amend(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        FormErrors errors = FormErrors.NONE;
        errors = entered.text("words").isEmpty() ? errors.and("words", "Enter what the motion should say") : errors;
        errors = entered.text("reason").isEmpty() ? errors.and("reason", "Enter the reason") : errors;
        if (errors.any()) {
            return FormAnswer.again(amendPage(visit, id, Form.again(entered, errors)));
        }
        return FormAnswer.of(
                motions.amend(
                        visit,
                        id,
                        entered.text("words"),
                        entered.text("reason"),
                        entered.text("tag"),
                        Request.of(entered.text(Request.FIELD))),
                FIELDS,
                motion -> path(visit, id) + "?done=amended",
                mistakes -> amendPage(visit, id, Form.again(entered, mistakes)));
    }

    @GET
    @Path("{id}/withdraw/")
    @RolesAllowed({
        Roles.PCN_CLINICAL_DIRECTOR,
        Roles.PRACTICE_VOTER,
        Roles.LMC_EXECUTIVE,
        Roles.GROUP_SECRETARY,
        Roles.EXECUTIVE_MANAGER
    })
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance confirmWithdrawal(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return withdrawPage(visit, id, forms.shown(visit, path(visit, id) + "withdraw/", draft, Entered.NOTHING));
    }

    @POST
    @Path("{id}/withdraw/")
    @RolesAllowed({
        Roles.PCN_CLINICAL_DIRECTOR,
        Roles.PRACTICE_VOTER,
        Roles.LMC_EXECUTIVE,
        Roles.GROUP_SECRETARY,
        Roles.EXECUTIVE_MANAGER
    })
    @Produces(MediaType.TEXT_HTML)
    public Response withdraw(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        if (entered.text("reason").isEmpty()) {
            return FormAnswer.again(
                    withdrawPage(visit, id, Form.again(entered, FormErrors.of("reason", "Enter the reason"))));
        }
        return FormAnswer.of(
                motions.change(visit, id, Change.WITHDRAW, entered.text("reason"), entered.text("tag")),
                FIELDS,
                motion -> path(visit, id) + "?done=withdrawn",
                mistakes -> withdrawPage(visit, id, Form.again(entered, mistakes)));
    }

    @GET
    @Path("{id}/object/")
    @RolesAllowed({Roles.PRACTICE_VOTER, Roles.PCN_CLINICAL_DIRECTOR, Roles.LMC_EXECUTIVE})
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance writeObjection(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return objectPage(
                visit,
                id,
                forms.shown(visit, path(visit, id) + "object/", draft, Entered.NOTHING.with("kind", "comment")));
    }

    @POST
    @Path("{id}/object/")
    @RolesAllowed({Roles.PRACTICE_VOTER, Roles.PCN_CLINICAL_DIRECTOR, Roles.LMC_EXECUTIVE})
    @Produces(MediaType.TEXT_HTML)
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
                objection -> path(visit, id) + "?done=objected",
                mistakes -> objectPage(visit, id, Form.again(entered, mistakes)));
    }

    private TemplateInstance addPage(Visit visit, Form form) {
        List<Group> all = groups.all(visit).orPage();
        return Templates.addMotion(
                frames.of(visit, PortalPage.ADD_MOTION, "Draft a motion"),
                new AddMotionView(all, organisations(visit), form));
    }

    private TemplateInstance amendPage(Visit visit, UUID id, Form form) {
        return Templates.amend(
                frames.of(visit, PortalPage.AMEND_MOTION, "Amend a motion"), changeView(visit, id, form));
    }

    private TemplateInstance withdrawPage(Visit visit, UUID id, Form form) {
        return Templates.withdraw(
                frames.of(visit, PortalPage.WITHDRAW_MOTION, "Withdraw a motion"), changeView(visit, id, form));
    }

    private TemplateInstance objectPage(Visit visit, UUID id, Form form) {
        return Templates.object(frames.of(visit, PortalPage.OBJECT, "Object or comment"), changeView(visit, id, form));
    }

    private ChangeView changeView(Visit visit, UUID id, Form form) {
        Reply.Given<Motion> given = motions.motion(visit, id).given();
        return new ChangeView(given.value(), given.tag().orElse(""), organisations(visit), form);
    }

    private TemplateInstance page(Visit visit, UUID id, FormErrors errors, @Nullable String done) {
        Reply.Given<Motion> given = motions.motion(visit, id).given();
        Motion motion = given.value();
        Loading<Group> group = panels.load(() -> groups.group(visit, motion.group()));
        Loading<List<Ballot>> held = panels.load(() -> ballots.ofGroup(visit, motion.group())
                .map(list -> list.stream()
                        .filter(ballot -> ballot.motion().equals(id))
                        .toList()));
        Loading<List<Objection>> objections = panels.load(() -> motions.objections(visit, motion.group(), id, false));
        return Templates.motion(
                frames.of(visit, PortalPage.MOTION, motion.title()),
                new MotionView(
                        motion,
                        given.tag().orElse(""),
                        group.panel(),
                        RuleWords.question(motion.question()),
                        MotionWords.of(motion.state()),
                        motion.amendments().stream()
                                .map(each -> new MotionView.AmendmentRow(each, MotionWords.amendment(each.state())))
                                .toList(),
                        held.panel(),
                        objections.panel(),
                        may(visit, motion),
                        done,
                        errors));
    }

    private static MotionView.May may(Visit visit, Motion motion) {
        boolean secretary = visit.is(Roles.GROUP_SECRETARY);
        boolean drafter = PortalPage.ADD_MOTION.isFor(visit.roles());
        return new MotionView.May(
                secretary && motion.draft(),
                secretary && motion.tabled(),
                drafter && motion.tabled(),
                secretary && motion.tabled(),
                drafter && (motion.draft() || motion.tabled()),
                PortalPage.OBJECT.isFor(visit.roles()) && !motion.draft(),
                secretary || visit.is(Roles.EXECUTIVE_MANAGER));
    }

    private static List<String> organisations(Visit visit) {
        return visit.organisations().stream().map(OdsCode::code).toList();
    }

    private static String path(Visit visit, UUID id) {
        return visit.base() + "/motions/" + id + "/";
    }
}
