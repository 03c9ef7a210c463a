package org.folkmoot.portal.representation;

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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.http.Table;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.portal.decision.DecisionWords;
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
import org.folkmoot.portal.frame.OneText;
import org.folkmoot.portal.frame.Panels;
import org.folkmoot.portal.frame.Panels.Loading;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.service.Decisions.Unmet;
import org.folkmoot.portal.service.Groups;
import org.folkmoot.portal.service.Groups.Group;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.service.Representation;
import org.folkmoot.portal.service.Representation.Brief;
import org.folkmoot.portal.service.Representation.ReportBack;
import org.folkmoot.portal.service.Representation.Sitting;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Dates of meetings of others: the brief before, the report back after. */
@Path("/{ics}/sittings/")
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
class SittingResource {

    private static final String OVERDUE = "overdue";

    private static final Map<String, Field> BRIEF =
            Map.of("say", new Field("say", "What to say"), "notAgree", new Field("notAgree", "What not to agree"));
    private static final Map<String, Field> REPORT = Map.of(
            "report", new Field("report", "The report"), "commitments", new Field("commitments", "The commitments"));
    private static final Map<String, Field> REASON = Map.of("reason", new Field(OneText.FIELD, "The reason"));

    static final Table.Columns<SittingsView.Row> COLUMNS = Table.<SittingsView.Row>columns()
            .text("Who meets", row -> row.sitting().body())
            .text("Group", SittingsView.Row::group)
            .date("Day", row -> LondonTime.dateOf(row.sitting().startsAt()))
            .text("Begins", row -> row.sitting().startsAt().toString())
            .text("Place", row -> row.sitting().place())
            .text("State", row -> row.state().words())
            .integer("Chairs", row -> row.sitting().chairs().size())
            .integer("Empty chairs", row -> row.sitting().emptyChairs())
            .integer("Version of the brief", row -> row.sitting().briefs())
            .date("Report due", row -> row.sitting().reportDue())
            .date("Report filed", row -> filed(row.sitting()))
            .text("Id", row -> row.sitting().id().toString());

    @CheckedTemplate(basePath = "representation")
    static class Templates {
        static native TemplateInstance sittings(Frame frame, SittingsView view);

        static native TemplateInstance sitting(Frame frame, SittingView view);

        static native TemplateInstance brief(Frame frame, SittingFormView view);

        static native TemplateInstance report(Frame frame, SittingFormView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Panels panels;
    private final EveryGroup every;
    private final Representation representation;
    private final Groups groups;

    SittingResource(
            Visitor visitor,
            Frames frames,
            Forms forms,
            Panels panels,
            EveryGroup every,
            Representation representation,
            Groups groups) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.panels = panels;
        this.every = every;
        this.representation = representation;
        this.groups = groups;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance sittings(
            @RestQuery @DefaultValue("") String show,
            @RestQuery boolean mine,
            @RestQuery @DefaultValue("") String group,
            @RestQuery @DefaultValue("") String sort,
            @RestQuery @DefaultValue("1") int page) {
        Visit visit = visitor.now();
        Loading<List<Group>> known = panels.load(() -> groups.all(visit));
        Query asked = Query.of(visit.base() + PortalPage.SITTINGS.example())
                .with("show", show)
                .with("mine", mine ? true : null)
                .with("group", group)
                .with("sort", sort);
        List<SittingsView.Row> rows = rows(visit, show, mine, group, sort);
        return Templates.sittings(
                frames.of(visit, PortalPage.SITTINGS, "Dates of meetings of others"),
                new SittingsView(show, mine, group, sort, known.reply().orPage(), Listing.of(rows, page, asked)));
    }

    @GET
    @Produces({Exports.CSV, Exports.XLSX})
    public Table<SittingsView.Row> export(
            @RestQuery @DefaultValue("") String show,
            @RestQuery boolean mine,
            @RestQuery @DefaultValue("") String group,
            @RestQuery @DefaultValue("") String sort) {
        return COLUMNS.table("sittings", rows(visitor.now(), show, mine, group, sort).stream());
    }

    private List<SittingsView.Row> rows(Visit visit, String show, boolean mine, String group, String sort) {
        Map<String, String> wanted = Query.of("")
                .with(OVERDUE, show.equals(OVERDUE) ? true : null)
                .with("mine", mine ? true : null)
                .parameters();
        return every.ask(visit, (person, of) -> representation.sittings(person, of, wanted)).orPage().stream()
                .filter(each -> switch (show) {
                    case "", "ahead" -> each.what().ahead();
                    case "empty" -> each.what().ahead() && each.what().emptyChairs() > 0;
                    case OVERDUE -> each.what().reportOverdue();
                    case "past" -> !each.what().ahead() && !each.what().cancelled();
                    default -> true;
                })
                .filter(each -> group.isEmpty() || each.group().id().toString().equals(group))
                .sorted(order(show, sort))
                .map(each -> SittingsView.Row.of(visit.base(), each.group(), each.what()))
                .toList();
    }

    /** The earliest first of what is still to be done, the latest first of what is over. */
    private static Comparator<EveryGroup.Of<Sitting>> order(String show, String sort) {
        Comparator<EveryGroup.Of<Sitting>> earliest =
                Comparator.comparing(each -> each.what().startsAt());
        Comparator<EveryGroup.Of<Sitting>> usual =
                show.equals("past") || show.equals("all") ? earliest.reversed() : earliest;
        Comparator<EveryGroup.Of<Sitting>> byName =
                Comparator.comparing(each -> each.what().body(), String.CASE_INSENSITIVE_ORDER);
        return sort.equals("body") ? byName.thenComparing(usual) : usual;
    }

    private static @Nullable LocalDate filed(Sitting sitting) {
        return Optional.ofNullable(sitting.reportBack())
                .map(ReportBack::filedAt)
                .map(LondonTime::dateOf)
                .orElse(null);
    }

    @GET
    @Path("{id}/")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance sitting(@RestPath UUID id, @RestQuery @Nullable String done) {
        Visit visit = visitor.now();
        Sitting sitting = representation.sitting(visit, id).orPage();
        boolean insider = PortalPage.ACTIONS.isFor(visit.roles());
        Optional<Loading<List<Brief>>> before = insider && sitting.briefs() > 1
                ? Optional.of(panels.load(() -> representation
                        .briefs(visit, id)
                        .map(all -> all.subList(0, all.size() - 1).reversed())))
                : Optional.empty();
        return Templates.sitting(
                frames.of(visit, PortalPage.SITTING, sitting.body()),
                new SittingView(
                        sitting,
                        SeatWords.of(sitting),
                        sitting.chairs().stream()
                                .map(chair -> new SittingView.Seat(chair, sentences(chair.unmet())))
                                .toList(),
                        before.map(Loading::panel).orElse(null),
                        insider,
                        may(visit, sitting),
                        switch (done) {
                            case "entered" -> "The date is entered.";
                            case "briefed" -> "The brief is kept.";
                            case "reported" -> "The report is filed.";
                            case "cancelled" -> "It is said that it does not take place.";
                            case null, default -> null;
                        }));
    }

    /** Why a mandate does not count, in sentences. */
    static List<String> sentences(List<Unmet> unmet) {
        return unmet.stream()
                .map(each -> DecisionWords.condition(each.condition()) + ". " + each.explanation())
                .toList();
    }

    private SittingView.May may(Visit visit, Sitting sitting) {
        boolean office = PortalPage.CANCEL_SITTING.isFor(visit.roles());
        return new SittingView.May(
                sitting.ahead() && PortalPage.WRITE_BRIEF.isFor(visit.roles()),
                sitting.reportAwaited() && (office || sitsThere(visit, sitting)),
                office && !sitting.cancelled() && sitting.reportBack() == null);
    }

    /** Whether the person was named for one of the seats. */
    private boolean sitsThere(Visit visit, Sitting sitting) {
        return PortalPage.REPORT_BACK.isFor(visit.roles())
                && representation
                        .sittings(visit, sitting.group(), Map.of("meeting", sitting.meeting(), "mine", true))
                        .orPage()
                        .stream()
                        .anyMatch(each -> each.id().equals(sitting.id()));
    }

    @GET
    @Path("{id}/brief/")
    @RolesAllowed({Roles.EXECUTIVE_MANAGER, Roles.GROUP_SECRETARY, Roles.LMC_EXECUTIVE})
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance lookAtBrief(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        Reply.Given<Sitting> given = representation.sitting(visit, id).given();
        Brief brief = given.value().brief();
        Entered known = brief == null
                ? Entered.NOTHING
                : Entered.NOTHING.with("say", brief.say()).with("notAgree", brief.notAgree());
        return briefPage(visit, given, forms.shown(visit, path(visit, id) + "brief/", draft, known));
    }

    @POST
    @Path("{id}/brief/")
    @RolesAllowed({Roles.EXECUTIVE_MANAGER, Roles.GROUP_SECRETARY, Roles.LMC_EXECUTIVE})
    @Produces(MediaType.TEXT_HTML)
    public Response brief(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        String say = entered.text("say");
        String notAgree = entered.text("notAgree");
        return FormAnswer.of(
                FormErrors.NONE
                        .unless(!say.isEmpty(), "say", "Enter what to say")
                        .unless(!notAgree.isEmpty(), "notAgree", "Enter what not to agree"),
                () -> representation.brief(visit, id, say, notAgree, entered.text("tag")),
                BRIEF,
                sitting -> path(visit, id) + "?done=briefed",
                mistakes -> briefPage(visit, representation.sitting(visit, id).given(), Form.again(entered, mistakes)));
    }

    @GET
    @Path("{id}/report/")
    @RolesAllowed({
        Roles.PCN_CLINICAL_DIRECTOR,
        Roles.PRACTICE_VOTER,
        Roles.LMC_EXECUTIVE,
        Roles.GROUP_SECRETARY,
        Roles.EXECUTIVE_MANAGER
    })
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance askForReport(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return reportPage(
                visit,
                representation.sitting(visit, id).given(),
                forms.shown(visit, path(visit, id) + "report/", draft, Entered.NOTHING));
    }

    @POST
    @Path("{id}/report/")
    @RolesAllowed({
        Roles.PCN_CLINICAL_DIRECTOR,
        Roles.PRACTICE_VOTER,
        Roles.LMC_EXECUTIVE,
        Roles.GROUP_SECRETARY,
        Roles.EXECUTIVE_MANAGER
    })
    @Produces(MediaType.TEXT_HTML)
    public Response report(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        String report = entered.text("report");
        return FormAnswer.of(
                FormErrors.NONE.unless(!report.isEmpty(), "report", "Enter what was said and decided"),
                () -> representation.report(visit, id, report, entered.orNull("commitments"), entered.text("tag")),
                REPORT,
                sitting -> path(visit, id) + "?done=reported",
                mistakes ->
                        reportPage(visit, representation.sitting(visit, id).given(), Form.again(entered, mistakes)));
    }

    @GET
    @Path("{id}/cancel/")
    @RolesAllowed({Roles.GROUP_SECRETARY, Roles.EXECUTIVE_MANAGER})
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance askWhy(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return cancelPage(visit, id, forms.shown(visit, path(visit, id) + "cancel/", draft, Entered.NOTHING));
    }

    @POST
    @Path("{id}/cancel/")
    @RolesAllowed({Roles.GROUP_SECRETARY, Roles.EXECUTIVE_MANAGER})
    @Produces(MediaType.TEXT_HTML)
    public Response cancel(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        String reason = entered.text(OneText.FIELD);
        return FormAnswer.of(
                FormErrors.NONE.unless(!reason.isEmpty(), OneText.FIELD, "Enter why it does not take place"),
                () -> representation.cancel(visit, id, reason, entered.text("tag")),
                REASON,
                sitting -> path(visit, id) + "?done=cancelled",
                mistakes -> cancelPage(visit, id, Form.again(entered, mistakes)));
    }

    private TemplateInstance briefPage(Visit visit, Reply.Given<Sitting> given, Form form) {
        return Templates.brief(
                frames.of(visit, PortalPage.WRITE_BRIEF, "Write the brief"),
                new SittingFormView(given.value(), given.tag().orElse(""), form));
    }

    private TemplateInstance reportPage(Visit visit, Reply.Given<Sitting> given, Form form) {
        return Templates.report(
                frames.of(visit, PortalPage.REPORT_BACK, "Report back"),
                new SittingFormView(given.value(), given.tag().orElse(""), form));
    }

    private TemplateInstance cancelPage(Visit visit, UUID id, Form form) {
        Reply.Given<Sitting> given = representation.sitting(visit, id).given();
        return new OneText(
                        given.value().body(),
                        "Does it not take place?",
                        "It stays in the list, and in the calendars of those who sit there, as cancelled.",
                        "Why?",
                        null,
                        "It does not take place",
                        true,
                        path(visit, id),
                        path(visit, id) + "cancel/",
                        given.tag().orElse(""),
                        form)
                .page(frames.of(visit, PortalPage.CANCEL_SITTING, "A sitting does not take place"));
    }

    static String path(Visit visit, UUID id) {
        return visit.base() + "/sittings/" + id + "/";
    }
}
