package org.folkmoot.portal.mdt;

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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
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
import org.folkmoot.portal.service.MdtMeetings;
import org.folkmoot.portal.service.MdtMeetings.Discussed;
import org.folkmoot.portal.service.MdtMeetings.Meeting;
import org.folkmoot.portal.service.MdtMeetings.NewAction;
import org.folkmoot.portal.service.Referrals;
import org.folkmoot.portal.service.Referrals.Referral;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.service.Teams;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** One meeting: its list, notes for each person, actions, and that it was held. */
@Path("/{ics}/mdt/{id}/")
@RolesAllowed({Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class MdtMeetingResource {

    private static final String REFERRAL = "referral";

    private static final Map<String, Field> FIELDS = Map.of(
            "notes", new Field("notes", "The notes"),
            "words", new Field("words", "What is to be done"),
            "owner", new Field("owner", "Who does it"),
            "due", new Field("due-day", "The day"),
            "referrals", new Field("people", "The list"));

    private static final int MOST = 200;

    @CheckedTemplate(basePath = "mdt")
    static class Templates {
        static native TemplateInstance meeting(Frame frame, MeetingView view);

        static native TemplateInstance list(Frame frame, ListView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Panels panels;
    private final Teams teams;
    private final Referrals referrals;
    private final MdtMeetings meetings;

    MdtMeetingResource(
            Visitor visitor,
            Frames frames,
            Forms forms,
            Panels panels,
            Teams teams,
            Referrals referrals,
            MdtMeetings meetings) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.panels = panels;
        this.teams = teams;
        this.referrals = referrals;
        this.meetings = meetings;
    }

    @GET
    public TemplateInstance meeting(
            @RestPath UUID id, @RestQuery @Nullable String done, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        Form form = forms.shown(visit, path(visit, id), draft, Entered.NOTHING);
        return page(visit, id, said(done), form);
    }

    private static @Nullable String said(@Nullable String done) {
        return switch (done) {
            case "planned" -> "The meeting is planned. Say whom it discusses.";
            case "listed" -> "The list is kept.";
            case "noted" -> "The notes are kept.";
            case "given" -> "The action is given.";
            case "held" -> "The meeting was held. Its list and its notes stay as they are.";
            case null, default -> null;
        };
    }

    /** Takes notes of somebody, gives an action for them, or says that the meeting was held. */
    @POST
    public Response write(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        Optional<UUID> referral = entered.id(REFERRAL);
        String step = entered.text("step");
        if (step.equals("held")) {
            return answer(visit, id, entered, meetings.hold(visit, id, entered.text("tag")), "held");
        }
        if (referral.isEmpty()) {
            return FormAnswer.see(path(visit, id));
        }
        if (!step.equals("act")) {
            return entered.text("notes").isEmpty()
                    ? again(visit, id, entered, FormErrors.of("notes", "Enter what was said"))
                    : answer(
                            visit,
                            id,
                            entered,
                            meetings.note(visit, id, referral.get(), entered.text("notes"), entered.text("tag")),
                            "noted");
        }
        Optional<LocalDate> due = entered.day("due");
        FormErrors errors = FormErrors.NONE
                .unless(!entered.text("words").isEmpty(), "words", "Enter what is to be done")
                .unless(!entered.text("owner").isEmpty(), "owner", "Choose who does it")
                .unless(due.isPresent(), "due-day", "The day must be a real date, such as 1 4 2027");
        return errors.any()
                ? again(visit, id, entered, errors)
                : answer(
                        visit,
                        id,
                        entered,
                        meetings.act(
                                visit,
                                id,
                                new NewAction(
                                        referral.get(),
                                        entered.text("words"),
                                        entered.text("owner"),
                                        due.orElseThrow()),
                                Request.of(entered.text(Request.FIELD))),
                        "given");
    }

    private <T> Response answer(Visit visit, UUID id, Entered entered, Reply<T> reply, String done) {
        return FormAnswer.of(
                reply,
                FIELDS,
                changed -> path(visit, id) + "?done=" + done,
                errors -> page(visit, id, null, Form.again(entered, errors)));
    }

    private Response again(Visit visit, UUID id, Entered entered, FormErrors errors) {
        return FormAnswer.again(page(visit, id, null, Form.again(entered, errors)));
    }

    private TemplateInstance page(Visit visit, UUID id, @Nullable String done, Form form) {
        Reply.Given<Meeting> given = meetings.meeting(visit, id).given();
        Meeting meeting = given.value();
        List<Loading<Referral>> asked = meeting.people().stream()
                .map(each -> panels.load(() -> referrals.referral(visit, each.referral())))
                .toList();
        return Templates.meeting(
                frames.of(visit, PortalPage.MDT_MEETING, "An MDT meeting"),
                new MeetingView(
                        meeting,
                        teams.team(visit, meeting.team()).orPage(),
                        given.tag().orElse(""),
                        IntStream.range(0, asked.size())
                                .mapToObj(at -> line(
                                        meeting.people().get(at), asked.get(at).reply()))
                                .toList(),
                        done,
                        form.entered().orNull(REFERRAL),
                        form));
    }

    private static MeetingView.Line line(Discussed discussed, Reply<Referral> referral) {
        return new MeetingView.Line(
                discussed,
                referral instanceof Reply.Given<Referral>(Referral known, var tag, var location)
                        ? known.who()
                        : "Somebody whose referral cannot be seen at the moment");
    }

    @GET
    @Path("list/")
    public TemplateInstance ask(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        Reply.Given<Meeting> given = meetings.meeting(visit, id).given();
        Entered known = Entered.NOTHING.with(Map.of(
                "people",
                given.value().people().stream()
                        .map(each -> each.referral().toString())
                        .toList()));
        return listPage(visit, given, forms.shown(visit, path(visit, id) + "list/", draft, known));
    }

    @POST
    @Path("list/")
    public Response list(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        List<UUID> people = entered.all("people").stream()
                .flatMap(text -> Entered.NOTHING.with("id", text).id("id").stream())
                .toList();
        return FormAnswer.of(
                meetings.list(visit, id, people, entered.text("tag")),
                FIELDS,
                listed -> path(visit, id) + "?done=listed",
                errors -> listPage(visit, meetings.meeting(visit, id).given(), Form.again(entered, errors)));
    }

    private TemplateInstance listPage(Visit visit, Reply.Given<Meeting> given, Form form) {
        List<Referral> choices = referrals
                .list(
                        visit,
                        Map.of(
                                "list", "team",
                                "team", given.value().team().toString(),
                                "open", "true",
                                "sort", "due"),
                        null,
                        MOST)
                .orPage()
                .items();
        return Templates.list(
                frames.of(visit, PortalPage.MDT_LIST, "Whom an MDT meeting discusses"),
                new ListView(given.value(), given.tag().orElse(""), choices, form));
    }

    static String path(Visit visit, UUID id) {
        return visit.base() + "/mdt/" + id + "/";
    }
}
