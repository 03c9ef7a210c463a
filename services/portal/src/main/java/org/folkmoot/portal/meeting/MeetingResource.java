package org.folkmoot.portal.meeting;

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
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.folkmoot.http.Table;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.portal.frame.Entered;
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
import org.folkmoot.portal.frame.TimeLeft;
import org.folkmoot.portal.service.Decisions;
import org.folkmoot.portal.service.Decisions.Decision;
import org.folkmoot.portal.service.Groups;
import org.folkmoot.portal.service.Groups.Group;
import org.folkmoot.portal.service.Meetings;
import org.folkmoot.portal.service.Meetings.Meeting;
import org.folkmoot.portal.service.Meetings.Series;
import org.folkmoot.portal.service.Meetings.Step;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Meetings, and what becomes of one. */
@Path("/{ics}/meetings/")
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
class MeetingResource {

    private static final Table.Columns<MeetingsView.Row> COLUMNS = Table.<MeetingsView.Row>columns()
            .text("Meeting", row -> row.meeting().name())
            .text("Group", MeetingsView.Row::group)
            .text("Who meets", MeetingsView.Row::body)
            .date("Day", row -> LondonTime.dateOf(row.meeting().startsAt()))
            .text("Begins", row -> row.meeting().startsAt().toString())
            .text("Place", row -> row.meeting().place())
            .text("State", row -> row.state().words())
            .integer("Items", row -> row.meeting().agenda().size());

    @CheckedTemplate(basePath = "meeting")
    static class Templates {
        static native TemplateInstance meetings(Frame frame, MeetingsView view);

        static native TemplateInstance meeting(Frame frame, MeetingView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Panels panels;
    private final EveryGroup every;
    private final Meetings meetings;
    private final Decisions decisions;
    private final Groups groups;
    private final Clock clock;

    MeetingResource(
            Visitor visitor,
            Frames frames,
            Forms forms,
            Panels panels,
            EveryGroup every,
            Meetings meetings,
            Decisions decisions,
            Groups groups,
            Clock clock) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.panels = panels;
        this.every = every;
        this.meetings = meetings;
        this.decisions = decisions;
        this.groups = groups;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance meetings(
            @RestQuery @DefaultValue("") String show,
            @RestQuery @DefaultValue("") String body,
            @RestQuery @DefaultValue("") String group,
            @RestQuery @DefaultValue("1") int page,
            @RestQuery @Nullable String done) {
        Visit visit = visitor.now();
        Loading<List<Group>> known = panels.load(() -> groups.all(visit));
        Loading<List<EveryGroup.Of<Series>>> series = panels.load(() -> every.ask(visit, meetings::series));
        Query asked = Query.of(visit.base() + PortalPage.MEETINGS.example())
                .with("show", show)
                .with("body", body)
                .with("group", group);
        List<MeetingsView.Row> rows = rows(visit, show, body, group);
        return Templates.meetings(
                frames.of(visit, PortalPage.MEETINGS, "Meetings"),
                new MeetingsView(
                        show,
                        body,
                        group,
                        known.reply().orPage(),
                        PortalPage.ADD_MEETING.isFor(visit.roles()),
                        PortalPage.AGENDA_ITEMS.isFor(visit.roles()),
                        series.reply().orPage().stream()
                                .map(MeetingsView.SeriesRow::of)
                                .toList(),
                        Listing.of(rows, page, asked),
                        "founded".equals(done) ? "The series is founded. Its first meeting can be drafted." : null));
    }

    @GET
    @Produces({Exports.CSV, Exports.XLSX})
    public Table<MeetingsView.Row> export(
            @RestQuery @DefaultValue("") String show,
            @RestQuery @DefaultValue("") String body,
            @RestQuery @DefaultValue("") String group) {
        return COLUMNS.table("meetings", rows(visitor.now(), show, body, group).stream());
    }

    private List<MeetingsView.Row> rows(Visit visit, String show, String body, String group) {
        Comparator<EveryGroup.Of<Meeting>> earliest =
                Comparator.comparing(each -> each.what().startsAt());
        return every.ask(visit, meetings::ofGroup).orPage().stream()
                .filter(each -> switch (show) {
                    case "ahead" -> each.what().ahead();
                    case "past" -> !each.what().ahead();
                    default -> true;
                })
                .filter(each -> body.isEmpty() || each.what().body().equals(body))
                .filter(each -> group.isEmpty() || each.group().id().toString().equals(group))
                .sorted(show.equals("ahead") ? earliest : earliest.reversed())
                .map(each -> MeetingsView.Row.of(visit.base(), each))
                .toList();
    }

    @GET
    @Path("{id}/")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance meeting(@RestPath UUID id, @RestQuery @Nullable String done) {
        return page(
                visitor.now(),
                id,
                switch (done) {
                    case "drafted" -> "The meeting is drafted. What cannot be left off is on its agenda.";
                    case "arranged" -> "The agenda is in order.";
                    case "call" -> "The meeting is called. Its agenda is frozen.";
                    case "open" -> "The meeting is in session.";
                    case "closed" -> "The meeting is closed. What was not dealt with is carried over.";
                    case "approve" -> "The minutes are approved.";
                    case "cancelled" -> "The meeting is cancelled. What stood on its agenda waits for the next.";
                    case "assigned" -> "The action is assigned.";
                    case null, default -> null;
                },
                FormErrors.NONE);
    }

    @POST
    @Path("{id}/step/")
    @RolesAllowed({Roles.GROUP_SECRETARY, Roles.EXECUTIVE_MANAGER, Roles.LMC_EXECUTIVE})
    @Produces(MediaType.TEXT_HTML)
    public Response step(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        String step = entered.text("step");
        return FormAnswer.of(
                meetings.step(
                        visit,
                        id,
                        switch (step) {
                            case "call" -> Step.CALL;
                            case "open" -> Step.OPEN;
                            default -> Step.APPROVE;
                        },
                        entered.text("tag")),
                Map.of(),
                meeting -> path(visit, id) + "?done=" + step,
                errors -> page(visit, id, null, errors));
    }

    /** A button that was pressed too late leads here, where there is nothing but the way back. */
    @GET
    @Path("{id}/step/")
    @Produces(MediaType.TEXT_HTML)
    public Response back(@RestPath UUID id) {
        return FormAnswer.see(path(visitor.now(), id));
    }

    /** The agenda with its items and the matters arising, on paper. */
    @GET
    @Path("{id}/pack/")
    @Produces(MediaType.WILDCARD)
    public Response pack(@RestPath UUID id) {
        return Exports.answer(meetings.paper(visitor.now(), id, "pack"));
    }

    /** The minutes on paper, with what was decided and who does what. */
    @GET
    @Path("{id}/minutes/")
    @Produces(MediaType.WILDCARD)
    public Response minutes(@RestPath UUID id) {
        return Exports.answer(meetings.paper(visitor.now(), id, "minutes"));
    }

    private TemplateInstance page(Visit visit, UUID id, @Nullable String done, FormErrors errors) {
        Reply.Given<Meeting> given = meetings.meeting(visit, id).given();
        Meeting meeting = given.value();
        Loading<Group> group = panels.load(() -> groups.group(visit, meeting.group()));
        Loading<List<Decision>> taken = panels.load(() -> decisions
                .ofGroup(visit, meeting.group())
                .map(list -> list.stream()
                        .filter(decision -> id.equals(decision.meeting()))
                        .toList()));
        return Templates.meeting(
                frames.of(visit, PortalPage.MEETING, meeting.name()),
                new MeetingView(
                        meeting,
                        given.tag().orElse(""),
                        MeetingWords.of(meeting),
                        MeetingWords.body(meeting.body()),
                        group.panel(),
                        meeting.agenda().stream()
                                .map(item -> MeetingView.Line.of(visit.base(), item))
                                .toList(),
                        meeting.inSession() ? left(meeting) : null,
                        taken.panel(),
                        PortalPage.ACTIONS.isFor(visit.roles()),
                        may(visit, meeting),
                        done,
                        errors));
    }

    private String left(Meeting meeting) {
        Instant now = clock.instant();
        if (now.isBefore(meeting.startsAt())) {
            return "it was opened ahead of its time";
        }
        return now.isBefore(meeting.endsAt())
                ? TimeLeft.words(now, meeting.endsAt())
                : "it goes on for longer than was planned";
    }

    private static MeetingView.May may(Visit visit, Meeting meeting) {
        boolean office = PortalPage.ARRANGE_AGENDA.isFor(visit.roles());
        boolean presiding = PortalPage.CLOSE_MEETING.isFor(visit.roles());
        return new MeetingView.May(
                office && (meeting.draft() || meeting.called()),
                office && meeting.draft(),
                presiding && meeting.called(),
                presiding && meeting.inSession(),
                presiding && meeting.closed(),
                meeting.inSession() && PortalPage.ADD_DECISION.isFor(visit.roles()),
                office && meeting.begun(),
                office && (meeting.draft() || meeting.called()));
    }

    static String path(Visit visit, UUID id) {
        return visit.base() + "/meetings/" + id + "/";
    }
}
