package org.folkmoot.portal.representation;

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
import org.folkmoot.portal.frame.PeopleByName;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Request;
import org.folkmoot.portal.frame.Words;
import org.folkmoot.portal.rule.RuleWords.Named;
import org.folkmoot.portal.service.Groups;
import org.folkmoot.portal.service.Representation;
import org.folkmoot.portal.service.Representation.NewRepresentative;
import org.folkmoot.portal.service.Representation.NewSystemMeeting;
import org.folkmoot.portal.service.Representation.Recurrence;
import org.folkmoot.portal.service.Representation.SystemMeeting;
import org.folkmoot.portal.service.Tenants.PersonName;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Registering a meeting of others, entering its dates, and naming who sits there. */
@Path("/{ics}/representation/")
@RolesAllowed({Roles.GROUP_SECRETARY, Roles.EXECUTIVE_MANAGER})
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class PlanResource {

    private static final Map<String, Field> MEETING = Map.of(
            "body", new Field("body", "The name"),
            "purpose", new Field("purpose", "The purpose"),
            "ledBy", new Field("ledBy", "Who leads it"),
            "place", new Field("place", "The place"),
            "seats", new Field("seats", "A seat"),
            "recurrence/weeks", new Field("weeks", "The number of weeks"),
            "recurrence/firstDay", new Field("firstDay-day", "The first day"),
            "recurrence/time", new Field("time", "The time"));

    private static final Map<String, Field> DATES = Map.of(
            "startsAt", new Field("starts-day", "The hour"),
            "until", new Field("until-day", "The last day"));

    private static final Map<String, Field> NAMED = Map.of(
            "seat", new Field("seat", "The seat"),
            "mandate", new Field("mandate", "The mandate"),
            "from", new Field("from-day", "The first day"),
            "until", new Field("until-day", "The last day"));

    private static final String NO_DAY = "The day must be a real date, such as 1 4 2027";

    @CheckedTemplate(basePath = "representation")
    static class Templates {
        static native TemplateInstance addSystemMeeting(Frame frame, AddSystemMeetingView view);

        static native TemplateInstance addDates(Frame frame, AddDatesView view);

        static native TemplateInstance name(Frame frame, NameView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final PeopleByName people;
    private final Representation representation;
    private final Groups groups;
    private final Clock clock;

    PlanResource(
            Visitor visitor,
            Frames frames,
            Forms forms,
            PeopleByName people,
            Representation representation,
            Groups groups,
            Clock clock) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.people = people;
        this.representation = representation;
        this.groups = groups;
        this.clock = clock;
    }

    @GET
    @Path("add/")
    public TemplateInstance add(@RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return addPage(
                visit,
                forms.shown(visit, visit.base() + PortalPage.ADD_SYSTEM_MEETING.example(), draft, Entered.NOTHING));
    }

    @POST
    @Path("add/")
    public Response register() {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        return FormAnswer.of(
                mistakes(entered),
                () -> representation.register(
                        visit,
                        entered.id("group").orElseThrow(),
                        new NewSystemMeeting(
                                entered.text("body"),
                                entered.text("purpose"),
                                entered.text("ledBy"),
                                entered.text("place"),
                                entered.lines("seats"),
                                recurs(entered) ? recurrence(entered) : null),
                        Request.of(entered.text(Request.FIELD))),
                MEETING,
                meeting -> RepresentationResource.path(visit, meeting.id()) + "?done=registered",
                mistakes -> addPage(visit, Form.again(entered, mistakes)));
    }

    private static FormErrors mistakes(Entered entered) {
        FormErrors errors = FormErrors.NONE
                .unless(entered.id("group").isPresent(), "group", "Choose the group")
                .unless(!entered.text("body").isEmpty(), "body", "Enter who meets")
                .unless(!entered.text("purpose").isEmpty(), "purpose", "Enter what it is for")
                .unless(!entered.text("ledBy").isEmpty(), "ledBy", "Enter who leads it")
                .unless(!entered.text("place").isEmpty(), "place", "Enter where it meets")
                .unless(!entered.lines("seats").isEmpty(), "seats", "Enter at least one seat");
        return recurs(entered)
                ? errors.unless(entered.number("weeks").isPresent(), "weeks", "Enter a whole number")
                        .unless(entered.day("firstDay").isPresent(), "firstDay-day", NO_DAY)
                        .unless(
                                entered.text("time").matches("[0-2][0-9]:[0-5][0-9]"),
                                "time",
                                "Enter a time such as 13:00")
                : errors;
    }

    /** Whether anything is said of a rhythm. */
    private static boolean recurs(Entered entered) {
        return !entered.text("weeks").isEmpty() || !entered.text("time").isEmpty() || entered.hasDay("firstDay");
    }

    private static Recurrence recurrence(Entered entered) {
        return new Recurrence(
                entered.number("weeks").orElseThrow(), entered.day("firstDay").orElseThrow(), entered.text("time"));
    }

    @GET
    @Path("{id}/dates/add/")
    public TemplateInstance addDates(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return datesPage(visit, id, forms.shown(visit, path(visit, id, "dates/add/"), draft, Entered.NOTHING));
    }

    /** One date, or all of the rhythm until a day. */
    @POST
    @Path("{id}/dates/add/")
    public Response enter(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        if (entered.text("how").equals("until")) {
            return FormAnswer.of(
                    FormErrors.NONE.unless(entered.day("until").isPresent(), "until-day", NO_DAY),
                    () -> representation.enterUntil(
                            visit, id, entered.day("until").orElseThrow()),
                    DATES,
                    entries -> RepresentationResource.path(visit, id) + "?done=dates",
                    mistakes -> datesPage(visit, id, Form.again(entered, mistakes)));
        }
        boolean said = entered.hasDay("starts") || !entered.text("starts-time").isEmpty();
        return FormAnswer.of(
                FormErrors.NONE.unless(
                        !said || entered.moment("starts").isPresent(),
                        "starts-day",
                        "The day must be a real date with a time, such as 13:00"),
                () -> representation.enter(
                        visit, id, entered.moment("starts").orElse(null), Request.of(entered.text(Request.FIELD))),
                DATES,
                sitting -> SittingResource.path(visit, sitting.id()) + "?done=entered",
                mistakes -> datesPage(visit, id, Form.again(entered, mistakes)));
    }

    @GET
    @Path("{id}/name/")
    public TemplateInstance lookUp(
            @RestPath UUID id, @RestQuery @Nullable String q, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        Entered usual = Entered.NOTHING.with("q", q).withDay("from", LondonTime.today(clock));
        return namePage(visit, id, forms.shown(visit, path(visit, id, "name/"), draft, usual));
    }

    @POST
    @Path("{id}/name/")
    public Response name(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        Optional<PersonName> person = people.chosen(visit, entered.text("q"), entered.text("person"));
        return FormAnswer.of(
                FormErrors.NONE
                        .unless(person.isPresent(), "person", "Choose the person")
                        .unless(entered.number("seat").isPresent(), "seat", "Choose the seat")
                        .unless(entered.id("mandate").isPresent(), "mandate", "Choose the mandate")
                        .unless(entered.day("from").isPresent(), "from-day", NO_DAY)
                        .unless(entered.day("until").isPresent(), "until-day", NO_DAY),
                () -> representation.name(
                        visit,
                        id,
                        new NewRepresentative(
                                entered.number("seat").orElseThrow(),
                                person.orElseThrow().id(),
                                person.orElseThrow().name(),
                                entered.id("mandate").orElseThrow(),
                                entered.day("from").orElseThrow(),
                                entered.day("until").orElseThrow()),
                        Request.of(entered.text(Request.FIELD))),
                NAMED,
                representative -> RepresentationResource.path(visit, id) + "?done=named",
                mistakes -> namePage(visit, id, Form.again(entered, mistakes)));
    }

    private TemplateInstance addPage(Visit visit, Form form) {
        return Templates.addSystemMeeting(
                frames.of(visit, PortalPage.ADD_SYSTEM_MEETING, "Register a meeting of others"),
                new AddSystemMeetingView(groups.all(visit).orPage(), form));
    }

    private TemplateInstance datesPage(Visit visit, UUID id, Form form) {
        return Templates.addDates(
                frames.of(visit, PortalPage.ADD_DATES, "Enter dates"),
                new AddDatesView(representation.meeting(visit, id).orPage(), form));
    }

    private TemplateInstance namePage(Visit visit, UUID id, Form form) {
        SystemMeeting meeting = representation.meeting(visit, id).orPage();
        return Templates.name(
                frames.of(visit, PortalPage.NAME_REPRESENTATIVE, "Say who sits there"),
                new NameView(
                        meeting,
                        groups.mandates(visit, meeting.group()).orPage().stream()
                                .filter(mandate ->
                                        mandate.inForce() || mandate.state().equals("ahead"))
                                .map(mandate -> new Named(
                                        mandate.id().toString(),
                                        mandate.title() + ", until " + Words.words(mandate.until())))
                                .toList(),
                        people.found(visit, form.text("q")).orElse(null),
                        form));
    }

    private static String path(Visit visit, UUID id, String what) {
        return RepresentationResource.path(visit, id) + what;
    }
}
