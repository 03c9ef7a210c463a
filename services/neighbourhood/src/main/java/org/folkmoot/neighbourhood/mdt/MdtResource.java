package org.folkmoot.neighbourhood.mdt;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
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
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.http.Cursor;
import org.folkmoot.http.Idempotent;
import org.folkmoot.http.Page;
import org.folkmoot.http.Result;
import org.folkmoot.http.Table;
import org.folkmoot.neighbourhood.Made;
import org.folkmoot.neighbourhood.access.ReadAudit;
import org.folkmoot.neighbourhood.access.Reader;
import org.folkmoot.neighbourhood.team.Members;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Multidisciplinary team meetings, over HTTP, for members of the team. */
@Path("/")
@RolesAllowed({Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "MDT meetings", description = "Meetings of a team about people, and what is done after them.")
@APIResponse(
        responseCode = "default",
        description = "A refusal or a failure, RFC 9457.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class MdtResource {

    private static final Table.Columns<MdtMeetingView.Row> MEETINGS = Table.<MdtMeetingView.Row>columns()
            .text("Begins", meeting -> meeting.startsAt().toString())
            .text("Place", MdtMeetingView.Row::place)
            .text("State", MdtMeetingView.Row::state)
            .integer("People", MdtMeetingView.Row::people)
            .integer("Open actions", MdtMeetingView.Row::openActions)
            .text("Id", meeting -> meeting.id().toString());

    private static final Table.Columns<MdtActionView> ACTIONS = Table.<MdtActionView>columns()
            .text("Action", MdtActionView::words)
            .text("Who", MdtActionView::ownerName)
            .date("Due", MdtActionView::due)
            .bool("Overdue", MdtActionView::overdue)
            .bool("Done", action -> action.doneAt() != null)
            .text("Referral", action -> action.referral().toString())
            .text("Id", action -> action.id().toString());

    /** The end of the year 9999, which every part of the platform can hold, in microseconds. */
    private static final long LAST_MOMENT = 253_402_300_799_999_999L;

    private static final int MOST_IN_A_FILE = 10_000;
    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID LAST = new UUID(-1, -1);

    private final MdtMeetings meetings;
    private final ChangeMdtMeeting change;
    private final Members members;
    private final ReadAudit audit;
    private final Caller caller;
    private final Clock clock;

    MdtResource(
            MdtMeetings meetings,
            ChangeMdtMeeting change,
            Members members,
            ReadAudit audit,
            Caller caller,
            Clock clock) {
        this.meetings = meetings;
        this.change = change;
        this.members = members;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Path("teams/{team}/mdt-meetings")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(operationId = "callMdtMeeting", summary = "Call a meeting of a team about people")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponse(
            responseCode = "201",
            description = "The meeting's id",
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response call(@RestPath UUID team, @NotNull @Valid MdtMeetingRequest request) {
        return change.call(Reader.of(caller), team, request)
                .map(Made::new)
                .created(made -> "/mdt-meetings/" + made.id());
    }

    @GET
    @Path("teams/{team}/mdt-meetings")
    @Transactional
    @Operation(
            operationId = "listMdtMeetings",
            summary = "The meetings of a team, the latest first",
            description = "As a file with Accept or format: CSV, XLSX.")
    public Page<MdtMeetingView.Row> list(
            @RestPath UUID team,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        requireMember(team);
        return Page.of(
                meetings.page(
                        team,
                        moment(cursor == null ? LAST_MOMENT : Math.clamp(cursor.number(0), 0, LAST_MOMENT)),
                        cursor == null ? LAST : cursor.id(1),
                        limit + 1),
                limit,
                last -> Cursor.after(ChronoUnit.MICROS.between(Instant.EPOCH, last.startsAt()), last.id()));
    }

    @GET
    @Path("teams/{team}/mdt-meetings")
    @Produces({Table.CSV + ";qs=0.5", Table.XLSX + ";qs=0.4"})
    @Transactional
    @Operation(hidden = true)
    public Table<MdtMeetingView.Row> export(@RestPath UUID team) {
        requireMember(team);
        return MEETINGS.table("mdt-meetings", meetings.page(team, moment(LAST_MOMENT), LAST, MOST_IN_A_FILE).stream());
    }

    @GET
    @Path("mdt-meetings/{id}")
    @Operation(operationId = "getMdtMeeting", summary = "A meeting with its people, notes and actions")
    @APIResponse(
            responseCode = "200",
            description = "The meeting. ETag is what a change asks for in If-Match.",
            content = @Content(schema = @Schema(implementation = MdtMeetingView.class)))
    public Response get(@RestPath UUID id) {
        return change.see(Reader.of(caller), id).answer();
    }

    @PUT
    @Path("mdt-meetings/{id}/people")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "listMdtPeople", summary = "Say whom a meeting discusses, in which order")
    @APIResponse(
            responseCode = "200",
            description = "The meeting with its people",
            content = @Content(schema = @Schema(implementation = MdtMeetingView.class)))
    public Response people(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid MdtPeopleRequest request) {
        return change.discuss(Reader.of(caller), id, ifMatch, request.referrals())
                .answer();
    }

    @PUT
    @Path("mdt-meetings/{id}/people/{referral}/notes")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "noteMdtPerson", summary = "Note what was said about a person")
    @APIResponse(
            responseCode = "200",
            description = "The meeting with the notes",
            content = @Content(schema = @Schema(implementation = MdtMeetingView.class)))
    public Response note(
            @RestPath UUID id,
            @RestPath UUID referral,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid MdtNotesRequest request) {
        return change.note(
                        Reader.of(caller),
                        id,
                        referral,
                        ifMatch,
                        request.notes().strip())
                .answer();
    }

    @POST
    @Path("mdt-meetings/{id}/actions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(operationId = "assignMdtAction", summary = "Give a member something to do for a person by a day")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponse(
            responseCode = "201",
            description = "The action's id",
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response assign(@RestPath UUID id, @NotNull @Valid MdtActionRequest request) {
        return change.assign(Reader.of(caller), id, request)
                .map(Made::new)
                .created(made -> "/mdt-actions/" + made.id());
    }

    @PUT
    @Path("mdt-meetings/{id}/holding")
    @Operation(operationId = "holdMdtMeeting", summary = "The meeting was held: it stays as it is")
    @APIResponse(
            responseCode = "200",
            description = "The meeting, held",
            content = @Content(schema = @Schema(implementation = MdtMeetingView.class)))
    public Response hold(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return change.hold(Reader.of(caller), id, ifMatch).answer();
    }

    @GET
    @Path("mdt-actions")
    @Transactional
    @Operation(
            operationId = "listMdtActions",
            summary = "What members of the caller's teams have to do after meetings, the earliest due first",
            description = "As a file with Accept or format: CSV, XLSX.")
    public Page<MdtActionView> actions(
            @Parameter(description = "Only those of this team") @RestQuery @Nullable UUID team,
            @Parameter(description = "Only the caller's own") @RestQuery boolean mine,
            @Parameter(description = "Only those that are not done") @RestQuery boolean open,
            @RestQuery boolean overdue,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        Page<MdtMeetings.Shown<MdtActionView>> page = Page.of(
                meetings.actions(
                        asked(team, mine, open, overdue),
                        cursor == null ? LocalDate.EPOCH : cursor.date(0),
                        cursor == null ? FIRST : cursor.id(1),
                        limit + 1),
                limit,
                last -> Cursor.after(last.view().due(), last.view().id()));
        shown(page.items());
        return page.map(MdtMeetings.Shown::view);
    }

    @GET
    @Path("mdt-actions")
    @Produces({Table.CSV + ";qs=0.5", Table.XLSX + ";qs=0.4"})
    @Transactional
    @Operation(hidden = true)
    public Table<MdtActionView> exportActions(
            @RestQuery @Nullable UUID team,
            @RestQuery boolean mine,
            @RestQuery boolean open,
            @RestQuery boolean overdue) {
        List<MdtMeetings.Shown<MdtActionView>> found =
                meetings.actions(asked(team, mine, open, overdue), LocalDate.EPOCH, FIRST, MOST_IN_A_FILE);
        shown(found);
        return ACTIONS.table("mdt-actions", found.stream().map(MdtMeetings.Shown::view));
    }

    @GET
    @Path("mdt-actions/{id}")
    @Operation(operationId = "getMdtAction", summary = "Something that a member has to do")
    @APIResponse(
            responseCode = "200",
            description = "The action. ETag is what a change asks for in If-Match.",
            content = @Content(schema = @Schema(implementation = MdtActionView.class)))
    public Response action(@RestPath UUID id) {
        return change.seeAction(Reader.of(caller), id).answer();
    }

    @PUT
    @Path("mdt-actions/{id}/completion")
    @Operation(operationId = "completeMdtAction", summary = "The action is done")
    @APIResponse(
            responseCode = "200",
            description = "The action, done",
            content = @Content(schema = @Schema(implementation = MdtActionView.class)))
    public Response complete(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return change.complete(Reader.of(caller), id, ifMatch).answer();
    }

    private MdtMeetings.Asked asked(@Nullable UUID team, boolean mine, boolean open, boolean overdue) {
        return new MdtMeetings.Asked(
                caller.subject(),
                team,
                mine ? caller.subject() : null,
                open || overdue,
                overdue ? LondonTime.today(clock) : null);
    }

    /** Of whom a list tells is written down. */
    private void shown(List<MdtMeetings.Shown<MdtActionView>> rows) {
        audit.read(
                Reader.of(caller),
                "mdt-actions",
                "team",
                rows.stream().flatMap(each -> each.patients().stream()).toList());
    }

    private void requireMember(UUID team) {
        Result.within(Optional.of(team)
                .filter(each -> members.current(each, caller.subject()).isPresent()));
    }

    private static Instant moment(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
