package org.folkmoot.executive.meeting;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.executive.Insiders;
import org.folkmoot.executive.ReasonRequest;
import org.folkmoot.executive.paper.Paper;
import org.folkmoot.executive.power.Groups;
import org.folkmoot.http.Cursor;
import org.folkmoot.http.Idempotent;
import org.folkmoot.http.Page;
import org.folkmoot.http.Result;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Person;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Meetings and their series, over HTTP. An observer sees what is published: no draft, and nobody's name. */
@Path("/")
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
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Meetings", description = "Series, agendas and minutes.")
@APIResponse(
        responseCode = "default",
        description = "A refusal or a failure, RFC 9457.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class MeetingResource {

    /** Later than any meeting. */
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private final Groups groups;
    private final Meetings meetings;
    private final Agenda agenda;
    private final ReadMeeting read;
    private final ChangeMeeting change;
    private final MeetingPapers papers;
    private final Caller caller;
    private final Clock clock;

    MeetingResource(
            Groups groups,
            Meetings meetings,
            Agenda agenda,
            ReadMeeting read,
            ChangeMeeting change,
            MeetingPapers papers,
            Caller caller,
            Clock clock) {
        this.groups = groups;
        this.meetings = meetings;
        this.agenda = agenda;
        this.read = read;
        this.change = change;
        this.papers = papers;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Path("groups/{group}/series")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.EXECUTIVE_MANAGER, Roles.GROUP_SECRETARY})
    @Idempotent
    @Operation(operationId = "foundSeries", summary = "Found a series of meetings")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponse(
            responseCode = "201",
            description = "The series",
            content = @Content(schema = @Schema(implementation = SeriesView.class)))
    public Response found(@RestPath UUID group, @NotNull @Valid SeriesRequest request) {
        return change.found(group, request, Person.of(caller)).created(made -> "/groups/" + group + "/series");
    }

    @GET
    @Path("groups/{group}/series")
    @Transactional
    @Operation(operationId = "listSeries", summary = "The series of meetings of a group, with their next hours")
    public Page<SeriesView> series(@RestPath UUID group) {
        groups.require(group);
        return new Page<>(
                meetings.seriesOf(group).stream()
                        .map(series -> series.view(clock.instant()))
                        .toList(),
                null);
    }

    @POST
    @Path("series/{series}/meetings")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.EXECUTIVE_MANAGER, Roles.GROUP_SECRETARY})
    @Idempotent
    @Operation(operationId = "draftMeeting", summary = "Draft the next meeting of a series")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponse(
            responseCode = "201",
            description = "The draft, with what must be on its agenda",
            content = @Content(schema = @Schema(implementation = MeetingView.class)))
    public Response draft(@RestPath UUID series, @NotNull @Valid MeetingRequest request) {
        return change.draft(series, request).created(made -> "/meetings/" + made.id());
    }

    @GET
    @Path("groups/{group}/meetings")
    @Transactional
    @Operation(operationId = "listMeetings", summary = "The meetings of a group, the latest first")
    public Page<MeetingView> list(
            @RestPath UUID group,
            @RestQuery @Pattern(regexp = "leadership-group|executive|place") @Nullable String body,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        groups.require(group);
        Instant before = cursor == null ? LAST : Instant.EPOCH.plus(Math.max(0, cursor.number(0)), ChronoUnit.MICROS);
        UUID beforeId = cursor == null ? new UUID(-1, -1) : cursor.id(1);
        List<Body> bodies = body == null ? List.of(Body.values()) : List.of(Body.of(body));
        boolean insider = Insiders.include(caller);
        Page<Meeting> page = Page.of(
                meetings.page(group, bodies, insider, before, beforeId, limit + 1),
                limit,
                meeting -> Cursor.after(ChronoUnit.MICROS.between(Instant.EPOCH, meeting.startsAt()), meeting.id()));
        return new Page<>(read.views(page.items(), insider), page.next());
    }

    @GET
    @Path("meetings/{id}")
    @Transactional
    @Operation(operationId = "getMeeting", summary = "A meeting with its agenda and matters arising")
    @APIResponse(
            responseCode = "200",
            description = "The meeting. ETag is what a change asks for in If-Match.",
            content = @Content(schema = @Schema(implementation = MeetingView.class)))
    public Response get(@RestPath UUID id) {
        return Result.tagged(visible(id)
                .map(meeting -> new Result.Done<>(read.view(meeting, Insiders.include(caller)), meeting.version())));
    }

    @GET
    @Path("meetings/{id}/pack")
    @Produces(Paper.PDF)
    @Transactional
    @Operation(operationId = "getPack", summary = "A meeting's pack on paper: agenda, items, matters arising")
    @APIResponse(
            responseCode = "200",
            description = "The pack, PDF",
            content = @Content(mediaType = Paper.PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response pack(@RestPath UUID id) {
        return Result.found(
                visible(id).map(meeting -> papers.pack(read.view(meeting, Insiders.include(caller)))),
                answer -> named(answer, "pack"));
    }

    @GET
    @Path("meetings/{id}/minutes")
    @Produces(Paper.PDF)
    @Transactional
    @Operation(
            operationId = "getMinutes",
            summary = "A meeting's minutes on paper, with its decisions and actions",
            description = "Outside general practice once they are approved; then nobody's name is in them.")
    @APIResponse(
            responseCode = "200",
            description = "The minutes, PDF",
            content = @Content(mediaType = Paper.PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response minutes(@RestPath UUID id) {
        boolean insider = Insiders.include(caller);
        return Result.found(
                visible(id)
                        .map(meeting -> read.view(meeting, insider))
                        .flatMap(meeting -> Optional.ofNullable(meeting.minutes())
                                .map(words -> papers.minutes(meeting, words, insider))),
                answer -> named(answer, "minutes"));
    }

    private Optional<Meeting> visible(UUID id) {
        return meetings.findByIdOptional(id).filter(meeting -> Insiders.include(caller) || meeting.isPublished());
    }

    private static Response.ResponseBuilder named(Response.ResponseBuilder answer, String name) {
        return answer.type(Paper.PDF).header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + ".pdf\"");
    }

    @GET
    @Path("meetings/{id}/agendas")
    @RolesAllowed({
        Roles.PCN_CLINICAL_DIRECTOR,
        Roles.PRACTICE_VOTER,
        Roles.LMC_EXECUTIVE,
        Roles.GROUP_SECRETARY,
        Roles.EXECUTIVE_MANAGER,
        Roles.ICS_ADMIN
    })
    @Transactional
    @Operation(operationId = "listAgendas", summary = "Every version of a meeting's agenda as it was frozen")
    public Page<AgendaView> agendas(@RestPath UUID id) {
        Result.within(meetings.findByIdOptional(id));
        return new Page<>(agenda.versions(id).stream().map(AgendaVersion::view).toList(), null);
    }

    @PUT
    @Path("meetings/{id}/agenda")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.EXECUTIVE_MANAGER, Roles.GROUP_SECRETARY})
    @Operation(
            operationId = "arrangeAgenda",
            summary = "Put a meeting's agenda in order",
            description = "After the meeting has been called this freezes a further version, with a reason.")
    @APIResponse(
            responseCode = "200",
            description = "The meeting",
            content = @Content(schema = @Schema(implementation = MeetingView.class)))
    public Response arrange(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid AgendaRequest request) {
        return change.arrange(id, ifMatch, request, Person.of(caller)).answer();
    }

    @PUT
    @Path("meetings/{id}/calling")
    @RolesAllowed({Roles.EXECUTIVE_MANAGER, Roles.GROUP_SECRETARY})
    @Operation(operationId = "callMeeting", summary = "Call a meeting: its agenda is frozen")
    @APIResponse(
            responseCode = "200",
            description = "The meeting, called",
            content = @Content(schema = @Schema(implementation = MeetingView.class)))
    public Response call(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return change.call(id, ifMatch, Person.of(caller)).answer();
    }

    @PUT
    @Path("meetings/{id}/opening")
    @RolesAllowed({Roles.EXECUTIVE_MANAGER, Roles.GROUP_SECRETARY, Roles.LMC_EXECUTIVE})
    @Operation(operationId = "openMeeting", summary = "Open a meeting")
    @APIResponse(
            responseCode = "200",
            description = "The meeting, in session",
            content = @Content(schema = @Schema(implementation = MeetingView.class)))
    public Response open(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return change.open(id, ifMatch).answer();
    }

    @PUT
    @Path("meetings/{id}/cancellation")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.EXECUTIVE_MANAGER, Roles.GROUP_SECRETARY})
    @Operation(
            operationId = "cancelMeeting",
            summary = "Say that a meeting does not take place",
            description = "What was on the agenda of a meeting that had been called is carried over to the next one.")
    @APIResponse(
            responseCode = "200",
            description = "The meeting, cancelled",
            content = @Content(schema = @Schema(implementation = MeetingView.class)))
    public Response cancel(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ReasonRequest request) {
        return change.cancel(id, ifMatch, request.reason().strip()).answer();
    }

    @PUT
    @Path("meetings/{id}/closing")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.EXECUTIVE_MANAGER, Roles.GROUP_SECRETARY, Roles.LMC_EXECUTIVE})
    @Operation(operationId = "closeMeeting", summary = "Close a meeting: what was not dealt with is carried over")
    @APIResponse(
            responseCode = "200",
            description = "The meeting, closed",
            content = @Content(schema = @Schema(implementation = MeetingView.class)))
    public Response close(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ClosingRequest request) {
        return change.close(id, ifMatch, request).answer();
    }

    @PUT
    @Path("meetings/{id}/minutes-approval")
    @RolesAllowed({Roles.EXECUTIVE_MANAGER, Roles.GROUP_SECRETARY, Roles.LMC_EXECUTIVE})
    @Operation(operationId = "approveMinutes", summary = "Approve a meeting's minutes")
    @APIResponse(
            responseCode = "200",
            description = "The meeting with its approved minutes",
            content = @Content(schema = @Schema(implementation = MeetingView.class)))
    public Response approve(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return change.approve(id, ifMatch, Person.of(caller)).answer();
    }
}
