package org.folkmoot.executive.representation;

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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.executive.Insiders;
import org.folkmoot.executive.ReasonRequest;
import org.folkmoot.executive.power.Groups;
import org.folkmoot.http.Cursor;
import org.folkmoot.http.Idempotent;
import org.folkmoot.http.Page;
import org.folkmoot.http.Result;
import org.folkmoot.http.Table;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Person;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The register of system meetings, who sits there, and how far general practice is represented, over HTTP. */
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
@Tag(name = "Representation", description = "Meetings of others, and who sits there for general practice.")
@APIResponse(
        responseCode = "default",
        description = "A refusal or a failure, RFC 9457.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class RepresentationResource {

    private static final Table.Columns<Coverage.Line> COLUMNS = Table.<Coverage.Line>columns()
            .text("Meeting", Coverage.Line::body)
            .integer("Sittings", Coverage.Line::sittings)
            .integer("With a mandated representative", Coverage.Line::covered)
            .integer("Chairs", Coverage.Line::chairs)
            .integer("Chairs with a mandated representative", Coverage.Line::filled)
            .integer("Reports to be", Coverage.Line::reports)
            .integer("Reports filed", Coverage.Line::filed)
            .integer("Reports filed late", Coverage.Line::late)
            .integer("Reports overdue", Coverage.Line::overdue);

    private final Groups groups;
    private final SystemMeetings meetings;
    private final Sittings sittings;
    private final Representatives representatives;
    private final ReadSittings read;
    private final ChangeSystemMeeting change;
    private final NameRepresentative name;
    private final Caller caller;
    private final Clock clock;

    RepresentationResource(
            Groups groups,
            SystemMeetings meetings,
            Sittings sittings,
            Representatives representatives,
            ReadSittings read,
            ChangeSystemMeeting change,
            NameRepresentative name,
            Caller caller,
            Clock clock) {
        this.groups = groups;
        this.meetings = meetings;
        this.sittings = sittings;
        this.representatives = representatives;
        this.read = read;
        this.change = change;
        this.name = name;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Path("groups/{group}/system-meetings")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.EXECUTIVE_MANAGER, Roles.GROUP_SECRETARY})
    @Idempotent
    @Operation(operationId = "registerSystemMeeting", summary = "Register a meeting of others with seats for us")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponse(
            responseCode = "201",
            description = "The system meeting",
            content = @Content(schema = @Schema(implementation = SystemMeetingView.class)))
    public Response register(@RestPath UUID group, @NotNull @Valid SystemMeetingRequest request) {
        return change.register(group, request, Person.of(caller)).created(made -> "/system-meetings/" + made.id());
    }

    @GET
    @Path("groups/{group}/system-meetings")
    @Transactional
    @Operation(
            operationId = "listSystemMeetings",
            summary = "The system meetings of a group, in the order in which they were registered")
    public Page<SystemMeetingView> list(
            @RestPath UUID group,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        groups.require(group);
        return Page.of(
                        meetings.page(group, cursor == null ? null : cursor.id(0), limit + 1),
                        limit,
                        meeting -> Cursor.after(meeting.id()))
                .map(meeting -> meeting.view(clock.instant()));
    }

    @GET
    @Path("system-meetings/{id}")
    @Transactional
    @Operation(operationId = "getSystemMeeting", summary = "A system meeting")
    @APIResponse(
            responseCode = "200",
            description = "The system meeting",
            content = @Content(schema = @Schema(implementation = SystemMeetingView.class)))
    public Response get(@RestPath UUID id) {
        return Result.tagged(meetings.findByIdOptional(id)
                .map(meeting -> new Result.Done<>(meeting.view(clock.instant()), meeting.version())));
    }

    @POST
    @Path("system-meetings/{id}/sittings")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.EXECUTIVE_MANAGER, Roles.GROUP_SECRETARY})
    @Idempotent
    @Operation(operationId = "enterSitting", summary = "Enter a date of a system meeting")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponse(
            responseCode = "201",
            description = "The sitting",
            content = @Content(schema = @Schema(implementation = SittingView.class)))
    public Response plan(@RestPath UUID id, @NotNull @Valid SittingRequest request) {
        return change.plan(id, request.startsAt(), Person.of(caller)).created(made -> "/sittings/" + made.id());
    }

    @PUT
    @Path("system-meetings/{id}/dates")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.EXECUTIVE_MANAGER, Roles.GROUP_SECRETARY})
    @Operation(
            operationId = "enterSittings",
            summary = "Enter the dates of a system meeting's rhythm until a day",
            description = "Dates that are entered stay as they are, so no version has to be seen before.")
    @APIResponse(
            responseCode = "200",
            description = "The sittings that came in addition, in the member items",
            content = @Content(schema = @Schema(implementation = Page.class)))
    public Response planUntil(@RestPath UUID id, @NotNull @Valid DatesRequest request) {
        return change.planUntil(id, request.until(), Person.of(caller))
                .map(entered -> new Page<>(entered, null))
                .answerWithoutTag();
    }

    @POST
    @Path("system-meetings/{id}/representatives")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.EXECUTIVE_MANAGER, Roles.GROUP_SECRETARY, Roles.LMC_EXECUTIVE})
    @Idempotent
    @Operation(
            operationId = "nameRepresentative",
            summary = "Name who sits on a seat, for a term, under a mandate",
            description =
                    "Without a mandate in force for the whole term it is refused (409 representative-not-mandated).")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponse(
            responseCode = "201",
            description = "The representative",
            content = @Content(schema = @Schema(implementation = RepresentativeView.class)))
    public Response name(@RestPath UUID id, @NotNull @Valid RepresentativeRequest request) {
        return name.name(id, request, Person.of(caller)).created(made -> "/representatives/" + made.id());
    }

    @GET
    @Path("system-meetings/{id}/representatives")
    @Transactional
    @Operation(
            operationId = "listRepresentatives",
            summary = "Everybody who was named for a system meeting, by seat and then by term")
    public Page<RepresentativeView> representatives(@RestPath UUID id) {
        Result.within(meetings.findByIdOptional(id));
        return new Page<>(read.representatives(representatives.of(List.of(id)), Insiders.include(caller)), null);
    }

    @GET
    @Path("representatives/{id}")
    @Transactional
    @Operation(operationId = "getRepresentative", summary = "A representative, and whether the mandate counts")
    @APIResponse(
            responseCode = "200",
            description = "The representative. ETag is what a change asks for in If-Match.",
            content = @Content(schema = @Schema(implementation = RepresentativeView.class)))
    public Response representative(@RestPath UUID id) {
        return Result.tagged(representatives
                .findByIdOptional(id)
                .map(each -> new Result.Done<>(read.view(each, Insiders.include(caller)), each.version())));
    }

    @PUT
    @Path("representatives/{id}/recall")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.EXECUTIVE_MANAGER, Roles.GROUP_SECRETARY, Roles.LMC_EXECUTIVE})
    @Operation(operationId = "recallRepresentative", summary = "End a representative's term now")
    @APIResponse(
            responseCode = "200",
            description = "The representative, recalled",
            content = @Content(schema = @Schema(implementation = RepresentativeView.class)))
    public Response recall(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ReasonRequest request) {
        return name.recall(id, ifMatch, request.reason().strip()).answer();
    }

    @GET
    @Path("groups/{group}/representation")
    @Transactional
    @Operation(
            operationId = "getRepresentation",
            summary = "At how many sittings of a period somebody with a mandate sat, and what was reported back",
            description =
                    "Without days the last twelve months until today. As a file with Accept or format: CSV, XLSX.")
    public Coverage coverage(
            @RestPath UUID group,
            @Parameter(description = "The first day") @RestQuery @Nullable String from,
            @Parameter(description = "The last day") @RestQuery @Nullable String until) {
        return covered(group, from, until);
    }

    @GET
    @Path("groups/{group}/representation")
    @Produces({Table.CSV + ";qs=0.5", Table.XLSX + ";qs=0.4"})
    @Transactional
    @Operation(hidden = true)
    public Table<Coverage.Line> export(
            @RestPath UUID group, @RestQuery @Nullable String from, @RestQuery @Nullable String until) {
        Coverage coverage = covered(group, from, until);
        return COLUMNS.table(
                "representation", Stream.concat(coverage.meetings().stream(), Stream.of(coverage.total())));
    }

    private Coverage covered(UUID group, @Nullable String from, @Nullable String until) {
        groups.require(group);
        LocalDate today = LondonTime.today(clock);
        Period period = Period.of(from, until, today.minusYears(1), today);
        return Coverage.of(
                period.from(),
                period.until(),
                read.views(sittings.between(group, period.begin(), period.end()), false));
    }
}
