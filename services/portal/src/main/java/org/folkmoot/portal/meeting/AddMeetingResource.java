package org.folkmoot.portal.meeting;

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
import java.util.Map;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.frame.EveryGroup;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.frame.FormAnswer;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.FormErrors.Field;
import org.folkmoot.portal.frame.Forms;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Request;
import org.folkmoot.portal.frame.Words;
import org.folkmoot.portal.rule.RuleWords.Named;
import org.folkmoot.portal.service.Groups;
import org.folkmoot.portal.service.Meetings;
import org.folkmoot.portal.service.Meetings.NewSeries;
import org.folkmoot.portal.service.Meetings.Series;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Drafting a meeting, and founding the series to which it belongs. */
@Path("/{ics}/meetings/")
@RolesAllowed({Roles.GROUP_SECRETARY, Roles.EXECUTIVE_MANAGER})
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class AddMeetingResource {

    private static final Map<String, Field> MEETING = Map.of(
            "startsAt", new Field("starts-day", "The hour"),
            "place", new Field("place", "The place"));

    private static final Map<String, Field> SERIES = Map.of(
            "name", new Field("name", "The name"),
            "weeks", new Field("weeks", "The number of weeks"),
            "firstDay", new Field("firstDay-day", "The first day"),
            "time", new Field("time", "The time"),
            "lengthMinutes", new Field("lengthMinutes", "The length in minutes"),
            "place", new Field("place", "The place"));

    @CheckedTemplate(basePath = "meeting")
    static class Templates {
        static native TemplateInstance addMeeting(Frame frame, AddMeetingView view);

        static native TemplateInstance addSeries(Frame frame, AddSeriesView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final EveryGroup every;
    private final Meetings meetings;
    private final Groups groups;

    AddMeetingResource(
            Visitor visitor, Frames frames, Forms forms, EveryGroup every, Meetings meetings, Groups groups) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.every = every;
        this.meetings = meetings;
        this.groups = groups;
    }

    @GET
    @Path("add/")
    public TemplateInstance add(@RestQuery @Nullable String series, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return addPage(
                visit,
                forms.shown(
                        visit,
                        visit.base() + PortalPage.ADD_MEETING.example(),
                        draft,
                        Entered.NOTHING.with("series", series)));
    }

    @POST
    @Path("add/")
    public Response draft() {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        FormErrors errors = FormErrors.NONE;
        errors = entered.id("series").isEmpty() ? errors.and("series", "Choose the series") : errors;
        errors = entered.hasDay("starts") && entered.moment("starts").isEmpty()
                ? errors.and("starts-day", "The day must be a real date with a time, such as 13:00")
                : errors;
        if (errors.any()) {
            return FormAnswer.again(addPage(visit, Form.again(entered, errors)));
        }
        return FormAnswer.of(
                meetings.draft(
                        visit,
                        entered.id("series").orElseThrow(),
                        entered.moment("starts").orElse(null),
                        entered.orNull("place"),
                        Request.of(entered.text(Request.FIELD))),
                MEETING,
                meeting -> MeetingResource.path(visit, meeting.id()) + "?done=drafted",
                mistakes -> addPage(visit, Form.again(entered, mistakes)));
    }

    @GET
    @Path("series/add/")
    public TemplateInstance addSeries(@RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return seriesPage(
                visit,
                forms.shown(
                        visit,
                        visit.base() + PortalPage.ADD_SERIES.example(),
                        draft,
                        Entered.NOTHING.with("weeks", 2).with("time", "13:00").with("lengthMinutes", 60)));
    }

    @POST
    @Path("series/add/")
    public Response found() {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        FormErrors errors = FormErrors.NONE;
        errors = entered.id("group").isEmpty() ? errors.and("group", "Choose the group") : errors;
        errors = entered.text("body").isEmpty() ? errors.and("body", "Choose who meets") : errors;
        errors = entered.text("name").isEmpty() ? errors.and("name", "Enter a name") : errors;
        errors = entered.day("firstDay").isEmpty()
                ? errors.and("firstDay-day", "The first day must be a real date, such as 1 4 2027")
                : errors;
        errors = entered.text("time").matches("[0-2][0-9]:[0-5][0-9]")
                ? errors
                : errors.and("time", "Enter a time such as 13:00");
        errors = entered.number("weeks").isEmpty() ? errors.and("weeks", "Enter a whole number") : errors;
        errors = entered.number("lengthMinutes").isEmpty()
                ? errors.and("lengthMinutes", "Enter a whole number")
                : errors;
        errors = entered.text("place").isEmpty() ? errors.and("place", "Enter where it meets") : errors;
        if (errors.any()) {
            return FormAnswer.again(seriesPage(visit, Form.again(entered, errors)));
        }
        return FormAnswer.of(
                meetings.found(
                        visit,
                        entered.id("group").orElseThrow(),
                        new NewSeries(
                                entered.text("body"),
                                entered.text("name"),
                                entered.number("weeks").orElseThrow(),
                                entered.day("firstDay").orElseThrow(),
                                entered.text("time"),
                                entered.number("lengthMinutes").orElseThrow(),
                                entered.text("place")),
                        Request.of(entered.text(Request.FIELD))),
                SERIES,
                series -> visit.base() + PortalPage.MEETINGS.example() + "?done=founded",
                mistakes -> seriesPage(visit, Form.again(entered, mistakes)));
    }

    private TemplateInstance addPage(Visit visit, Form form) {
        return Templates.addMeeting(
                frames.of(visit, PortalPage.ADD_MEETING, "Draft a meeting"),
                new AddMeetingView(
                        every.ask(visit, meetings::series).orPage().stream()
                                .map(each -> new Named(each.what().id().toString(), words(each)))
                                .toList(),
                        form));
    }

    private static String words(EveryGroup.Of<Series> known) {
        Series series = known.what();
        String whose = series.name() + " (" + known.group().name() + ")";
        return series.next().isEmpty()
                ? whose
                : whose + ": next " + Words.words(series.next().getFirst());
    }

    private TemplateInstance seriesPage(Visit visit, Form form) {
        return Templates.addSeries(
                frames.of(visit, PortalPage.ADD_SERIES, "Found a series of meetings"),
                new AddSeriesView(groups.all(visit).orPage(), form));
    }
}
