package org.folkmoot.portal.priority;

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
import org.folkmoot.portal.frame.EveryGroup;
import org.folkmoot.portal.frame.Exports;
import org.folkmoot.portal.frame.FormAnswer;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.Forms;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.frame.Panels;
import org.folkmoot.portal.frame.Panels.Loading;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.service.Authority;
import org.folkmoot.portal.service.Authority.Chain;
import org.folkmoot.portal.service.Groups;
import org.folkmoot.portal.service.Groups.Group;
import org.folkmoot.portal.service.Motions;
import org.folkmoot.portal.service.Motions.Motion;
import org.folkmoot.portal.service.Priorities;
import org.folkmoot.portal.service.Priorities.Priority;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Priorities, and one of them with all that is done because of it. */
@Path("/{ics}/priorities/")
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
class PriorityResource {

    /** More than are done because of one priority. */
    private static final int MOST_BELOW = 500;

    private static final Comparator<EveryGroup.Of<Priority>> LATEST = Comparator.comparing(
                    (EveryGroup.Of<Priority> each) -> each.what().proposedAt())
            .reversed();

    private static final Table.Columns<PrioritiesView.Row> COLUMNS = Table.<PrioritiesView.Row>columns()
            .text("Priority", row -> row.priority().title())
            .text("Group", PrioritiesView.Row::group)
            .text("Aim", PrioritiesView.Row::aim)
            .text("State", row -> row.state().words())
            .text("Proposed for", row -> row.priority().proposedFor())
            .date("Adopted", row -> day(row.priority()))
            .integer("Measures", row -> row.priority().measures().size())
            .integer("Measured again", row -> row.priority().measured())
            .date("To be reached by", row -> row.priority().by())
            .text("What came of it", row -> row.priority().ended())
            .text("Id", row -> row.priority().id().toString());

    @CheckedTemplate(basePath = "priority")
    static class Templates {
        static native TemplateInstance priorities(Frame frame, PrioritiesView view);

        static native TemplateInstance priority(Frame frame, PriorityView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Panels panels;
    private final EveryGroup every;
    private final Priorities priorities;
    private final Motions motions;
    private final Authority authority;
    private final Groups groups;

    PriorityResource(
            Visitor visitor,
            Frames frames,
            Forms forms,
            Panels panels,
            EveryGroup every,
            Priorities priorities,
            Motions motions,
            Authority authority,
            Groups groups) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.panels = panels;
        this.every = every;
        this.priorities = priorities;
        this.motions = motions;
        this.authority = authority;
        this.groups = groups;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance priorities(
            @RestQuery @DefaultValue("") String position,
            @RestQuery @DefaultValue("") String aim,
            @RestQuery @DefaultValue("") String group,
            @RestQuery @DefaultValue("") String sort,
            @RestQuery @DefaultValue("1") int page) {
        Visit visit = visitor.now();
        Loading<List<Group>> known = panels.load(() -> groups.all(visit));
        Query asked = Query.of(visit.base() + PortalPage.PRIORITIES.example())
                .with("position", position)
                .with("aim", aim)
                .with("group", group)
                .with("sort", sort);
        List<PrioritiesView.Row> rows = rows(visit, position, aim, group, sort);
        return Templates.priorities(
                frames.of(visit, PortalPage.PRIORITIES, "Priorities"),
                new PrioritiesView(
                        position,
                        aim,
                        group,
                        sort,
                        known.reply().orPage(),
                        PortalPage.ACTIONS.isFor(visit.roles()),
                        PortalPage.ADD_PRIORITY.isFor(visit.roles()),
                        Listing.of(rows, page, asked)));
    }

    @GET
    @Produces({Exports.CSV, Exports.XLSX})
    public Table<PrioritiesView.Row> export(
            @RestQuery @DefaultValue("") String position,
            @RestQuery @DefaultValue("") String aim,
            @RestQuery @DefaultValue("") String group,
            @RestQuery @DefaultValue("") String sort) {
        return COLUMNS.table("priorities", rows(visitor.now(), position, aim, group, sort).stream());
    }

    private List<PrioritiesView.Row> rows(Visit visit, String position, String aim, String group, String sort) {
        return every.ask(visit, priorities::ofGroup).orPage().stream()
                .filter(each -> position.isEmpty() || each.what().position().equals(position))
                .filter(each -> aim.isEmpty() || each.what().aim().equals(aim))
                .filter(each -> group.isEmpty() || each.group().id().toString().equals(group))
                .sorted(order(sort))
                .map(each -> PrioritiesView.Row.of(visit.base(), each))
                .toList();
    }

    private static Comparator<EveryGroup.Of<Priority>> order(String sort) {
        return switch (sort) {
            case "title" -> Comparator.comparing(each -> each.what().title(), String.CASE_INSENSITIVE_ORDER);
            case "by" ->
                Comparator.comparing(
                        each -> each.what().by(), Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()));
            default -> LATEST;
        };
    }

    private static @Nullable LocalDate day(Priority priority) {
        return Optional.ofNullable(priority.adoptedAt()).map(LondonTime::dateOf).orElse(null);
    }

    @GET
    @Path("{id}/")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance priority(@RestPath UUID id, @RestQuery @Nullable String done) {
        return page(
                visitor.now(),
                id,
                switch (done) {
                    case "proposed" -> "It is proposed. The executive shapes it, so that the group can vote on it.";
                    case "shaped" -> "It is shaped. It can be put to the group by a motion.";
                    case "cited" -> "It is put to the group. It is adopted once the motion's ballot is carried.";
                    case "adopted" -> "It is adopted: the motion's ballot was carried.";
                    case "begun" -> "It is in progress.";
                    case "measured" -> "Where its measures stand is kept.";
                    case "met" -> "It is met.";
                    case "retired" -> "It is retired.";
                    case "assigned" -> "The action is assigned.";
                    case null, default -> null;
                },
                FormErrors.NONE);
    }

    @POST
    @Path("{id}/begin/")
    @RolesAllowed({Roles.EXECUTIVE_MANAGER, Roles.LMC_EXECUTIVE})
    @Produces(MediaType.TEXT_HTML)
    public Response begin(@RestPath UUID id) {
        Visit visit = visitor.now();
        return FormAnswer.of(
                priorities.begin(visit, id, forms.sent().text("tag")),
                Map.of(),
                priority -> path(visit, id) + "?done=begun",
                errors -> page(visit, id, null, errors));
    }

    /** A button that was pressed too late leads here, where there is nothing but the way back. */
    @GET
    @Path("{id}/begin/")
    @Produces(MediaType.TEXT_HTML)
    public Response back(@RestPath UUID id) {
        return FormAnswer.see(path(visitor.now(), id));
    }

    private TemplateInstance page(Visit visit, UUID id, @Nullable String done, FormErrors errors) {
        Reply.Given<Priority> given = priorities.priority(visit, id).given();
        Priority priority = given.value();
        Loading<Group> group = panels.load(() -> groups.group(visit, priority.group()));
        Optional<Loading<Motion>> motion =
                Optional.ofNullable(priority.motion()).map(cited -> panels.load(() -> motions.motion(visit, cited)));
        Optional<Loading<PriorityView.Work>> below = Optional.ofNullable(priority.ballot())
                .map(ballot -> panels.load(() -> authority
                        .around(visit, "priority", id.toString(), MOST_BELOW)
                        .map(PriorityResource::below)));
        return Templates.priority(
                frames.of(visit, PortalPage.PRIORITY, priority.title()),
                new PriorityView(
                        priority,
                        given.tag().orElse(""),
                        PriorityWords.of(priority),
                        PriorityWords.aim(priority.aim()),
                        group.panel(),
                        motion.map(Loading::panel).orElse(null),
                        PriorityWords.outcome(priority),
                        below.map(Loading::panel).orElse(null),
                        PortalPage.ACTIONS.isFor(visit.roles()),
                        may(visit, priority),
                        done,
                        errors));
    }

    private static PriorityView.Work below(Chain chain) {
        return new PriorityView.Work(
                chain.nodes().stream().filter(node -> node.step() == 1).toList());
    }

    private static PriorityView.May may(Visit visit, Priority priority) {
        boolean executive = PortalPage.SHAPE_PRIORITY.isFor(visit.roles());
        return new PriorityView.May(
                executive && priority.open(),
                priority.shaped() && PortalPage.PUT_PRIORITY.isFor(visit.roles()),
                executive && priority.adopted(),
                executive && priority.followed() && !priority.measures().isEmpty(),
                executive && priority.inProgress(),
                executive && (priority.open() || priority.followed()),
                priority.followed() && PortalPage.ASSIGN_FROM_PRIORITY.isFor(visit.roles()));
    }

    static String path(Visit visit, UUID id) {
        return visit.base() + "/priorities/" + id + "/";
    }
}
