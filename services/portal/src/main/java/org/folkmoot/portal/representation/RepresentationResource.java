package org.folkmoot.portal.representation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.folkmoot.http.Table;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.portal.frame.EveryGroup;
import org.folkmoot.portal.frame.Exports;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.frame.Panels;
import org.folkmoot.portal.frame.Panels.Loading;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.service.Groups;
import org.folkmoot.portal.service.Groups.Group;
import org.folkmoot.portal.service.Representation;
import org.folkmoot.portal.service.Representation.Coverage;
import org.folkmoot.portal.service.Representation.Representative;
import org.folkmoot.portal.service.Representation.Sitting;
import org.folkmoot.portal.service.Representation.SystemMeeting;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The register of meetings of others, one of them with who sits there, and how far the chairs are filled. */
@Path("/{ics}/representation/")
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
class RepresentationResource {

    private static final String EMPTY = "empty";
    private static final String A_YEAR = "12";
    private static final Set<String> MONTHS = Set.of("3", A_YEAR, "24");

    private static final Table.Columns<RegisterView.Row> REGISTER = Table.<RegisterView.Row>columns()
            .text("Who meets", row -> row.meeting().body())
            .text("Group", RegisterView.Row::group)
            .text("Led by", row -> row.meeting().ledBy())
            .text("Purpose", row -> row.meeting().purpose())
            .integer("Seats", row -> row.meeting().seats().size())
            .date("Next sitting", row -> day(row.next()))
            .integer(
                    "Empty chairs there",
                    row -> row.next() == null ? 0 : row.next().emptyChairs())
            .text("Id", row -> row.meeting().id().toString());

    private static final Table.Columns<CoverageView.Row> COVERAGE = Table.<CoverageView.Row>columns()
            .text("Group", CoverageView.Row::group)
            .text("Meeting", row -> row.line().body())
            .integer("Sittings", row -> row.line().sittings())
            .integer("With a mandated representative", row -> row.line().covered())
            .integer("Chairs", row -> row.line().chairs())
            .integer("Chairs with a mandated representative", row -> row.line().filled())
            .integer("Reports to be", row -> row.line().reports())
            .integer("Reports filed", row -> row.line().filed())
            .integer("Reports filed late", row -> row.line().late())
            .integer("Reports overdue", row -> row.line().overdue());

    @CheckedTemplate(basePath = "representation")
    static class Templates {
        static native TemplateInstance register(Frame frame, RegisterView view);

        static native TemplateInstance systemMeeting(Frame frame, SystemMeetingView view);

        static native TemplateInstance coverage(Frame frame, CoverageView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Panels panels;
    private final EveryGroup every;
    private final Representation representation;
    private final Groups groups;
    private final Clock clock;

    RepresentationResource(
            Visitor visitor,
            Frames frames,
            Panels panels,
            EveryGroup every,
            Representation representation,
            Groups groups,
            Clock clock) {
        this.visitor = visitor;
        this.frames = frames;
        this.panels = panels;
        this.every = every;
        this.representation = representation;
        this.groups = groups;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance register(
            @RestQuery @DefaultValue("") String show,
            @RestQuery @DefaultValue("") String group,
            @RestQuery @DefaultValue("") String sort,
            @RestQuery @DefaultValue("1") int page) {
        Visit visit = visitor.now();
        Loading<List<Group>> known = panels.load(() -> groups.all(visit));
        List<Sitting> sittings = sittings(visit);
        Query asked = Query.of(visit.base() + PortalPage.REPRESENTATION.example())
                .with("show", show)
                .with("group", group)
                .with("sort", sort);
        return Templates.register(
                frames.of(visit, PortalPage.REPRESENTATION, "Representation"),
                new RegisterView(
                        show,
                        group,
                        sort,
                        known.reply().orPage(),
                        sittings.stream().filter(Sitting::reportOverdue).count(),
                        sittings.stream()
                                .filter(each -> each.ahead() && each.emptyChairs() > 0)
                                .count(),
                        PortalPage.ADD_SYSTEM_MEETING.isFor(visit.roles()),
                        Listing.of(rows(visit, sittings, show, group, sort), page, asked)));
    }

    @GET
    @Produces({Exports.CSV, Exports.XLSX})
    public Table<RegisterView.Row> export(
            @RestQuery @DefaultValue("") String show,
            @RestQuery @DefaultValue("") String group,
            @RestQuery @DefaultValue("") String sort) {
        Visit visit = visitor.now();
        return REGISTER.table("representation", rows(visit, sittings(visit), show, group, sort).stream());
    }

    private List<Sitting> sittings(Visit visit) {
        return every.ask(visit, (person, group) -> representation.sittings(person, group, Map.of())).orPage().stream()
                .map(EveryGroup.Of::what)
                .toList();
    }

    private List<RegisterView.Row> rows(Visit visit, List<Sitting> sittings, String show, String group, String sort) {
        var next = new HashMap<UUID, Sitting>();
        sittings.stream()
                .filter(Sitting::ahead)
                .forEach(each -> next.merge(each.meeting(), each, RepresentationResource::earlier));
        return every.ask(visit, representation::meetings).orPage().stream()
                .filter(each -> group.isEmpty() || each.group().id().toString().equals(group))
                .map(each -> RegisterView.Row.of(
                        visit.base(), each, next.get(each.what().id())))
                .filter(row -> !show.equals(EMPTY) || row.empty())
                .sorted(order(sort))
                .toList();
    }

    private static Sitting earlier(Sitting one, Sitting other) {
        return one.startsAt().isAfter(other.startsAt()) ? other : one;
    }

    private static Comparator<RegisterView.Row> order(String sort) {
        Comparator<RegisterView.Row> byName =
                Comparator.comparing(row -> row.meeting().body(), String.CASE_INSENSITIVE_ORDER);
        return switch (sort) {
            case "next" ->
                Comparator.<RegisterView.Row, Instant>comparing(
                        row -> row.next() == null ? Instant.MAX : row.next().startsAt());
            case "leader" -> Comparator.comparing(row -> row.meeting().ledBy(), String.CASE_INSENSITIVE_ORDER);
            default -> byName;
        };
    }

    private static @Nullable LocalDate day(@Nullable Sitting sitting) {
        return sitting == null ? null : LondonTime.dateOf(sitting.startsAt());
    }

    @GET
    @Path("{id}/")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance meeting(
            @RestPath UUID id, @RestQuery @DefaultValue("1") int page, @RestQuery @Nullable String done) {
        Visit visit = visitor.now();
        SystemMeeting meeting = representation.meeting(visit, id).orPage();
        Loading<List<SystemMeetingView.Seat>> seats =
                panels.load(() -> representation.representatives(visit, id).map(named -> seats(meeting, named)));
        Group group = groups.group(visit, meeting.group()).orPage();
        List<SittingsView.Row> rows = dates(visit, meeting, group);
        return Templates.systemMeeting(
                frames.of(visit, PortalPage.SYSTEM_MEETING, meeting.body()),
                new SystemMeetingView(
                        meeting,
                        SeatWords.rhythm(meeting.recurrence()),
                        group,
                        seats.panel(),
                        Listing.of(rows, page, Query.of(path(visit, id))),
                        PortalPage.ADD_DATES.isFor(visit.roles()),
                        switch (done) {
                            case "registered" -> "The meeting is registered. Its dates can be entered.";
                            case "named" -> "It is said who sits there.";
                            case "entered" -> "The date is entered.";
                            case "dates" -> "The dates are entered.";
                            case null, default -> null;
                        }));
    }

    /** Its dates, as a file. */
    @GET
    @Path("{id}/")
    @Produces({Exports.CSV, Exports.XLSX})
    public Table<SittingsView.Row> exportDates(@RestPath UUID id) {
        Visit visit = visitor.now();
        SystemMeeting meeting = representation.meeting(visit, id).orPage();
        Group group = groups.group(visit, meeting.group()).orPage();
        return SittingResource.COLUMNS.table("sittings", dates(visit, meeting, group).stream());
    }

    private List<SittingsView.Row> dates(Visit visit, SystemMeeting meeting, Group group) {
        return representation.sittings(visit, meeting.group(), Map.of("meeting", meeting.id())).orPage().stream()
                .sorted(Comparator.comparing(Sitting::startsAt).reversed())
                .map(sitting -> SittingsView.Row.of(visit.base(), group, sitting))
                .toList();
    }

    private static List<SystemMeetingView.Seat> seats(SystemMeeting meeting, List<Representative> named) {
        return IntStream.rangeClosed(1, meeting.seats().size())
                .mapToObj(seat -> new SystemMeetingView.Seat(
                        meeting.seats().get(seat - 1),
                        named.stream()
                                .filter(each -> each.seat() == seat)
                                .sorted(Comparator.comparing(Representative::from)
                                        .reversed())
                                .map(each -> new SystemMeetingView.Named(each, SeatWords.of(each)))
                                .toList()))
                .toList();
    }

    @GET
    @Path("coverage/")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance coverage(@RestQuery @DefaultValue(A_YEAR) String months) {
        Visit visit = visitor.now();
        Query asked = Query.of(visit.base() + PortalPage.COVERAGE.example()).with("months", months);
        return Templates.coverage(
                frames.of(visit, PortalPage.COVERAGE, "How far the chairs are filled"),
                new CoverageView(
                        MONTHS.contains(months) ? months : A_YEAR,
                        covered(visit, months).stream()
                                .map(CoverageView.OfGroup::of)
                                .toList(),
                        asked.with("format", "csv").href(),
                        asked.with("format", "xlsx").href()));
    }

    @GET
    @Path("coverage/")
    @Produces({Exports.CSV, Exports.XLSX})
    public Table<CoverageView.Row> exportCoverage(@RestQuery @DefaultValue(A_YEAR) String months) {
        return COVERAGE.table(
                "coverage",
                covered(visitor.now(), months).stream()
                        .flatMap(each -> Stream.concat(
                                        each.what().meetings().stream(),
                                        Stream.of(each.what().total()))
                                .map(line -> new CoverageView.Row(each.group().name(), line))));
    }

    private List<EveryGroup.Of<Coverage>> covered(Visit visit, String months) {
        LocalDate today = LondonTime.today(clock);
        LocalDate from = today.minusMonths(Long.parseLong(MONTHS.contains(months) ? months : A_YEAR));
        return every.ask(visit, (person, group) -> representation.coverage(person, group, from, today))
                .orPage();
    }

    static String path(Visit visit, UUID id) {
        return visit.base() + "/representation/" + id + "/";
    }
}
