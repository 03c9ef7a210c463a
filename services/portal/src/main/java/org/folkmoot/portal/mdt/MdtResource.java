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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
import org.folkmoot.portal.service.MdtMeetings.MdtAction;
import org.folkmoot.portal.service.MdtMeetings.Planned;
import org.folkmoot.portal.service.Teams;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The meetings of a team, and what the person has to do after them. */
@Path("/{ics}/teams/")
@RolesAllowed({Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class MdtResource {

    private static final Map<String, Field> FIELDS =
            Map.of("startsAt", new Field("starts-day", "The day"), "place", new Field("place", "The place"));

    @CheckedTemplate(basePath = "mdt")
    static class Templates {
        static native TemplateInstance meetings(Frame frame, MeetingsView view);

        static native TemplateInstance add(Frame frame, MeetingsView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Panels panels;
    private final Teams teams;
    private final MdtMeetings meetings;

    MdtResource(Visitor visitor, Frames frames, Forms forms, Panels panels, Teams teams, MdtMeetings meetings) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.panels = panels;
        this.teams = teams;
        this.meetings = meetings;
    }

    @GET
    @Path("{id}/mdt/")
    public TemplateInstance meetings(@RestPath UUID id) {
        Visit visit = visitor.now();
        Loading<List<Planned>> planned = panels.load(() -> meetings.ofTeam(visit, id));
        Loading<List<MdtAction>> mine = panels.load(() -> meetings.mine(visit));
        return Templates.meetings(
                frames.of(visit, PortalPage.MDT_MEETINGS, "MDT meetings"),
                new MeetingsView(
                        teams.team(visit, id).orPage(),
                        planned.reply().orPage(),
                        mine.panel(),
                        Form.of(Entered.NOTHING)));
    }

    @GET
    @Path("{id}/mdt/add/")
    public TemplateInstance ask(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return addPage(visit, id, forms.shown(visit, path(visit, id) + "add/", draft, Entered.NOTHING));
    }

    @POST
    @Path("{id}/mdt/add/")
    public Response plan(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        Optional<Instant> starts = entered.moment("starts");
        return FormAnswer.of(
                FormErrors.NONE
                        .unless(
                                starts.isPresent(),
                                "starts-day",
                                "The day and the time must be real ones, such as 1 4 2027 and 13:00")
                        .unless(!entered.text("place").isEmpty(), "place", "Enter where it is"),
                () -> meetings.plan(
                        visit,
                        id,
                        starts.orElseThrow(),
                        entered.text("place"),
                        Request.of(entered.text(Request.FIELD))),
                FIELDS,
                made -> MdtMeetingResource.path(visit, made.id()) + "?done=planned",
                errors -> addPage(visit, id, Form.again(entered, errors)));
    }

    private TemplateInstance addPage(Visit visit, UUID id, Form form) {
        Loading<List<MdtAction>> mine = panels.load(() -> meetings.mine(visit));
        return Templates.add(
                frames.of(visit, PortalPage.ADD_MDT_MEETING, "Plan an MDT meeting"),
                new MeetingsView(teams.team(visit, id).orPage(), List.of(), mine.panel(), form));
    }

    @POST
    @Path("{id}/mdt/done/")
    public Response complete(@RestPath UUID id) {
        Visit visit = visitor.now();
        Optional<UUID> action = forms.sent().id("action");
        action.ifPresent(known -> meetings.complete(visit, known).orPage());
        return FormAnswer.see(path(visit, id));
    }

    /** A button that was pressed too late leads here, where there is nothing but the way back. */
    @GET
    @Path("{id}/mdt/done/")
    public Response backFromDone(@RestPath UUID id) {
        return FormAnswer.see(path(visitor.now(), id));
    }

    static String path(Visit visit, UUID team) {
        return visit.base() + "/teams/" + team + "/mdt/";
    }
}
