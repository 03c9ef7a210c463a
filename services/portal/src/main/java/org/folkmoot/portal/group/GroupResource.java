package org.folkmoot.portal.group;

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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.folkmoot.http.Table;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.frame.Exports;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.frame.FormAnswer;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.FormErrors.Field;
import org.folkmoot.portal.frame.Forms;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.Panels;
import org.folkmoot.portal.frame.Panels.Loading;
import org.folkmoot.portal.frame.PeopleByName;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.frame.Request;
import org.folkmoot.portal.rule.RuleWords.Named;
import org.folkmoot.portal.service.Ballots;
import org.folkmoot.portal.service.Ballots.Listed;
import org.folkmoot.portal.service.Groups;
import org.folkmoot.portal.service.Groups.Constitution;
import org.folkmoot.portal.service.Groups.Group;
import org.folkmoot.portal.service.Groups.Mandate;
import org.folkmoot.portal.service.Groups.NewTerm;
import org.folkmoot.portal.service.Groups.Seat;
import org.folkmoot.portal.service.Groups.Standing;
import org.folkmoot.portal.service.Groups.Support;
import org.folkmoot.portal.service.Groups.Term;
import org.folkmoot.portal.service.Registry.Page;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.service.Tenants.PersonName;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.problem.ProblemException;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Groups, their constitutions and seats. */
@Path("/{ics}/groups/")
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
class GroupResource {

    private static final Map<String, Field> TERM = Map.of(
            "holder", new Field("holder", "The person"),
            "ballot", new Field("ballot", "The ballot"),
            "organisation", new Field("organisation", "The organisation"),
            "from", new Field("from-day", "The first day"),
            "until", new Field("until-day", "The last day"),
            "on", new Field("on-day", "The last day"),
            "reason", new Field("reason", "The reason"));

    private static final int MOST_ELECTIONS = 100;

    /** A group as a line of a file. */
    record Line(Group group, @Nullable Standing standing) {

        private @Nullable Support support() {
            return standing == null ? null : standing.support();
        }

        @Nullable
        Long practices() {
            Support support = support();
            return support == null ? null : support.practices();
        }

        @Nullable
        Long ofPractices() {
            Support support = support();
            return support == null ? null : support.ofPractices();
        }

        @Nullable
        Long patients() {
            Support support = support();
            return support == null ? null : support.patients();
        }
    }

    private static final Table.Columns<Line> COLUMNS = Table.<Line>columns()
            .text("Group", line -> line.group().name())
            .text(
                    "Standing",
                    line -> line.standing() == null ? null : line.standing().standing())
            .integer("Practices behind it", Line::practices)
            .integer("Practices", Line::ofPractices)
            .integer("Patients behind it", Line::patients);

    @CheckedTemplate(basePath = "group")
    static class Templates {
        static native TemplateInstance groups(Frame frame, GroupsView view);

        static native TemplateInstance group(Frame frame, GroupView view);

        static native TemplateInstance constitution(Frame frame, ConstitutionView view);

        static native TemplateInstance fill(Frame frame, SeatView view);

        static native TemplateInstance vacate(Frame frame, SeatView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Panels panels;
    private final PeopleByName people;
    private final Groups groups;
    private final Ballots ballots;
    private final FootprintNames names;
    private final Clock clock;

    GroupResource(
            Visitor visitor,
            Frames frames,
            Forms forms,
            Panels panels,
            PeopleByName people,
            Groups groups,
            Ballots ballots,
            FootprintNames names,
            Clock clock) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.panels = panels;
        this.people = people;
        this.groups = groups;
        this.ballots = ballots;
        this.names = names;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance groups() {
        Visit visit = visitor.now();
        List<Group> all = groups.all(visit).orPage();
        List<Loading<Standing>> standings = standings(visit, all);
        Query here = Query.of(visit.base() + PortalPage.GROUPS.example());
        return Templates.groups(
                frames.of(visit, PortalPage.GROUPS, "Groups"),
                new GroupsView(
                        IntStream.range(0, all.size())
                                .mapToObj(at -> new GroupsView.Row(
                                        all.get(at), standings.get(at).panel()))
                                .toList(),
                        PortalPage.ADD_GROUP.isFor(visit.roles()),
                        here.with("format", "csv").href(),
                        here.with("format", "xlsx").href()));
    }

    @GET
    @Produces({Exports.CSV, Exports.XLSX})
    public Table<Line> export() {
        Visit visit = visitor.now();
        List<Group> all = groups.all(visit).orPage();
        List<Loading<Standing>> standings = standings(visit, all);
        return COLUMNS.table(
                "groups",
                IntStream.range(0, all.size())
                        .mapToObj(at ->
                                new Line(all.get(at), standings.get(at).reply().orPage())));
    }

    private List<Loading<Standing>> standings(Visit visit, List<Group> all) {
        return all.stream()
                .map(group -> panels.load(() -> groups.standing(visit, group.id())))
                .toList();
    }

    @GET
    @Path("{id}/")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance group(@RestPath UUID id, @RestQuery @Nullable String done) {
        Visit visit = visitor.now();
        Loading<Standing> standing = panels.load(() -> groups.standing(visit, id));
        Loading<List<GroupView.SeatRow>> seats = panels.load(() -> groups.seats(visit, id)
                .map(page -> page.items().stream().map(GroupView.SeatRow::of).toList()));
        Loading<List<GroupView.VersionRow>> constitutions = panels.load(() -> groups.constitutions(visit, id)
                .map(page -> page.items().stream()
                        .map(each -> new GroupView.VersionRow(each, GroupWords.version(each.state())))
                        .toList()));
        Loading<List<Mandate>> mandates = panels.load(() -> groups.mandates(visit, id));
        Group group = groups.group(visit, id).orPage();
        Stream<String> represented = seats.reply()
                        instanceof Reply.Given<List<GroupView.SeatRow>>(List<GroupView.SeatRow> rows, var tag, var at)
                ? rows.stream().flatMap(row -> row.seat().constituency().stream())
                : Stream.empty();
        return Templates.group(
                frames.of(visit, PortalPage.GROUP, group.name()),
                new GroupView(
                        group,
                        names.of(visit, group.footprint(), represented),
                        standing.panel(),
                        seats.panel(),
                        constitutions.panel(),
                        mandates.panel(),
                        PortalPage.ADD_CONSTITUTION.isFor(visit.roles()),
                        switch (done) {
                            case "founded" ->
                                "The group is founded. Its constitution waits until another person confirms it.";
                            case "filled" -> "The seat is filled.";
                            case "vacated" -> "The seat will be vacant.";
                            case null, default -> null;
                        }));
    }

    @GET
    @Path("{id}/constitutions/{number}/")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance constitution(@RestPath UUID id, @RestPath int number, @RestQuery @Nullable String done) {
        return constitutionPage(
                visitor.now(),
                id,
                number,
                switch (done) {
                    case "proposed" -> "The version is proposed. It waits until another person confirms it.";
                    case "confirmed" -> "The version is confirmed.";
                    case "refused" -> "The version is put aside.";
                    case null, default -> null;
                },
                FormErrors.NONE);
    }

    @POST
    @Path("{id}/constitutions/{number}/settle/")
    @RolesAllowed({Roles.GROUP_SECRETARY, Roles.ICS_ADMIN})
    @Produces(MediaType.TEXT_HTML)
    public Response settle(@RestPath UUID id, @RestPath int number) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        boolean confirmed = entered.text("step").equals("confirm");
        return FormAnswer.of(
                groups.settle(visit, id, number, confirmed, entered.text("tag")),
                Map.of(),
                constitution ->
                        path(visit, id) + "constitutions/" + number + "/?done=" + (confirmed ? "confirmed" : "refused"),
                errors -> constitutionPage(visit, id, number, null, errors));
    }

    /** A button that was pressed too late leads here, where there is nothing but the way back. */
    @GET
    @Path("{id}/constitutions/{number}/settle/")
    @Produces(MediaType.TEXT_HTML)
    public Response back(@RestPath UUID id, @RestPath int number) {
        return FormAnswer.see(path(visitor.now(), id) + "constitutions/" + number + "/");
    }

    @GET
    @Path("{id}/seats/{seat}/fill/")
    @RolesAllowed({Roles.GROUP_SECRETARY, Roles.ICS_ADMIN})
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance chooseHolder(
            @RestPath UUID id,
            @RestPath String seat,
            @RestQuery @Nullable String q,
            @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        LocalDate today = LondonTime.today(clock);
        return fillPage(
                visit,
                id,
                seat,
                forms.shown(
                        visit,
                        fillPath(visit, id, seat),
                        draft,
                        Entered.NOTHING
                                .with("q", q)
                                .with("cameBy", "elected")
                                .withDay("from", today)
                                .withDay("until", today.plusYears(1).minusDays(1))));
    }

    @POST
    @Path("{id}/seats/{seat}/fill/")
    @RolesAllowed({Roles.GROUP_SECRETARY, Roles.ICS_ADMIN})
    @Produces(MediaType.TEXT_HTML)
    public Response fill(@RestPath UUID id, @RestPath String seat) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        Optional<LocalDate> from = entered.day("from");
        Optional<LocalDate> until = entered.day("until");
        FormErrors errors = FormErrors.NONE;
        Optional<PersonName> holder = people.chosen(visit, entered.text("q"), entered.text("holder"));
        errors = holder.isEmpty() ? errors.and("holder", "Choose the person") : errors;
        errors = from.isEmpty() ? errors.and("from-day", "The first day must be a real date") : errors;
        errors = until.isEmpty() ? errors.and("until-day", "The last day must be a real date") : errors;
        if (errors.any()) {
            return FormAnswer.again(fillPage(visit, id, seat, Form.again(entered, errors)));
        }
        String organisation = entered.orNull("organisation");
        return FormAnswer.of(
                groups.fill(
                        visit,
                        id,
                        seat,
                        new NewTerm(
                                holder.orElseThrow().id(),
                                holder.orElseThrow().name(),
                                entered.text("cameBy"),
                                entered.id("ballot").orElse(null),
                                organisation == null ? null : organisation.toUpperCase(Locale.ROOT),
                                from.orElseThrow(),
                                until.orElseThrow()),
                        entered.text("tag"),
                        Request.of(entered.text(Request.FIELD))),
                TERM,
                term -> path(visit, id) + "?done=filled",
                mistakes -> fillPage(visit, id, seat, Form.again(entered, mistakes)));
    }

    @GET
    @Path("{id}/terms/{term}/vacate/")
    @RolesAllowed({Roles.GROUP_SECRETARY, Roles.ICS_ADMIN})
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance confirmVacancy(@RestPath UUID id, @RestPath UUID term, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return vacatePage(
                visit,
                id,
                term,
                forms.shown(
                        visit,
                        path(visit, id) + "terms/" + term + "/vacate/",
                        draft,
                        Entered.NOTHING.withDay("on", LondonTime.today(clock))));
    }

    @POST
    @Path("{id}/terms/{term}/vacate/")
    @RolesAllowed({Roles.GROUP_SECRETARY, Roles.ICS_ADMIN})
    @Produces(MediaType.TEXT_HTML)
    public Response vacate(@RestPath UUID id, @RestPath UUID term) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        Optional<LocalDate> on = entered.day("on");
        FormErrors errors = FormErrors.NONE;
        errors = on.isEmpty() ? errors.and("on-day", "The last day must be a real date") : errors;
        errors = entered.text("reason").isEmpty() ? errors.and("reason", "Enter the reason") : errors;
        if (errors.any()) {
            return FormAnswer.again(vacatePage(visit, id, term, Form.again(entered, errors)));
        }
        return FormAnswer.of(
                groups.vacate(visit, id, term, on.orElseThrow(), entered.text("reason"), entered.text("tag")),
                TERM,
                vacated -> path(visit, id) + "?done=vacated",
                mistakes -> vacatePage(visit, id, term, Form.again(entered, mistakes)));
    }

    private TemplateInstance constitutionPage(
            Visit visit, UUID id, int number, @Nullable String done, FormErrors errors) {
        Loading<Group> group = panels.load(() -> groups.group(visit, id));
        Reply.Given<Constitution> given = groups.constitution(visit, id, number).given();
        Constitution constitution = given.value();
        return Templates.constitution(
                frames.of(visit, PortalPage.CONSTITUTION, "Constitution, version " + number),
                new ConstitutionView(
                        group.reply().orPage(),
                        constitution,
                        given.tag().orElse(""),
                        GroupWords.version(constitution.state()),
                        ConstitutionView.decisions(constitution),
                        constitution.proposed() && PortalPage.ADD_CONSTITUTION.isFor(visit.roles()),
                        done,
                        errors));
    }

    private TemplateInstance fillPage(Visit visit, UUID id, String key, Form form) {
        Loading<Page<Seat>> seats = panels.load(() -> groups.seats(visit, id));
        Loading<List<Named>> elections = panels.load(() -> elections(visit, id));
        Reply.Given<Group> given = groups.group(visit, id).given();
        Seat seat = seats.reply().orPage().items().stream()
                .filter(each -> each.seat().equals(key))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.of(CommonProblem.NOT_FOUND)));
        return Templates.fill(
                frames.of(visit, PortalPage.FILL_SEAT, "Fill a seat"),
                new SeatView(
                        given.value(),
                        seat.name(),
                        "",
                        people.found(visit, form.text("q")).orElse(null),
                        elections.reply().orPage(),
                        given.tag().orElse(""),
                        fillPath(visit, id, key),
                        form));
    }

    /** The elections of a group by which somebody may have come to a seat, the latest first. */
    private Reply<List<Named>> elections(Visit visit, UUID id) {
        return ballots.list(visit, Map.of("group", id, "state", "declared", "sort", "declared"), null, MOST_ELECTIONS)
                .map(page -> page.items().stream()
                        .map(Listed::ballot)
                        .filter(ballot -> ballot.question().equals("seat"))
                        .map(ballot -> new Named(ballot.id().toString(), ballot.title()))
                        .toList());
    }

    private TemplateInstance vacatePage(Visit visit, UUID id, UUID termId, Form form) {
        Loading<Group> group = panels.load(() -> groups.group(visit, id));
        Reply.Given<Term> given = groups.term(visit, id, termId).given();
        return Templates.vacate(
                frames.of(visit, PortalPage.VACATE_SEAT, "Vacate a seat"),
                new SeatView(
                        group.reply().orPage(),
                        given.value().seat(),
                        given.value().holderName(),
                        null,
                        List.of(),
                        given.tag().orElse(""),
                        path(visit, id) + "terms/" + termId + "/vacate/",
                        form));
    }

    private static String fillPath(Visit visit, UUID id, String seat) {
        return path(visit, id) + "seats/" + URLEncoder.encode(seat, StandardCharsets.UTF_8) + "/fill/";
    }

    /** The address of a group. */
    static String path(Visit visit, UUID id) {
        return visit.base() + "/groups/" + id + "/";
    }
}
