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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.executive.Insiders;
import org.folkmoot.executive.ReasonRequest;
import org.folkmoot.executive.power.Groups;
import org.folkmoot.http.Cursor;
import org.folkmoot.http.Page;
import org.folkmoot.http.Result;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Person;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Dates of system meetings, with briefs and reports, over HTTP. An observer sees the dates, and what chairs are empty. */
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
@Tag(name = "Sittings", description = "Dates of system meetings: who sits there, what to say, what was brought back.")
@APIResponse(
        responseCode = "default",
        description = "A refusal or a failure, RFC 9457.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class SittingResource {

    private static final int DAYS_AHEAD = 90;
    private static final int YEARS = 2;
    private static final UUID FIRST = new UUID(0, 0);

    private final Groups groups;
    private final Sittings sittings;
    private final ReadSittings read;
    private final ChangeSitting change;
    private final Caller caller;
    private final Clock clock;

    SittingResource(
            Groups groups, Sittings sittings, ReadSittings read, ChangeSitting change, Caller caller, Clock clock) {
        this.groups = groups;
        this.sittings = sittings;
        this.read = read;
        this.change = change;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("groups/{group}/sittings")
    @Transactional
    @Operation(
            operationId = "listSittings",
            summary = "The sittings of a group's system meetings, the earliest first",
            description = "Without days from two years ago to two years ahead.")
    public Page<SittingView> list(
            @RestPath UUID group,
            @Parameter(description = "Of which system meeting") @RestQuery @Nullable UUID meeting,
            @Parameter(description = "The first day") @RestQuery @Nullable String from,
            @Parameter(description = "The last day") @RestQuery @Nullable String until,
            @Parameter(description = "Only those whose report is overdue") @RestQuery boolean overdue,
            @Parameter(description = "Only those for which the caller was named") @RestQuery boolean mine,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        groups.require(group);
        LocalDate today = LondonTime.today(clock);
        Period period = Period.of(from, until, today.minusYears(YEARS), today.plusYears(YEARS));
        Instant end = period.end();
        Instant overdueBefore = LondonTime.endOf(SittingState.lastOverdue(today));
        var asked = new Sittings.Asked(
                group,
                meeting,
                period.begin(),
                overdue && overdueBefore.isBefore(end) ? overdueBefore : end,
                overdue,
                mine ? caller.subject() : null);
        Instant after =
                cursor == null ? Instant.EPOCH : Instant.EPOCH.plus(Math.max(0, cursor.number(0)), ChronoUnit.MICROS);
        List<Sitting> found = sittings.page(asked, after, cursor == null ? FIRST : cursor.id(1), limit + 1);
        Page<Sitting> page = Page.of(
                found,
                limit,
                sitting -> Cursor.after(ChronoUnit.MICROS.between(Instant.EPOCH, sitting.startsAt()), sitting.id()));
        return new Page<>(read.views(page.items(), Insiders.include(caller)), page.next());
    }

    @GET
    @Path("groups/{group}/empty-chairs")
    @Transactional
    @Operation(
            operationId = "listEmptyChairs",
            summary = "The sittings of the next 90 days with a seat on which nobody with a mandate will sit")
    public Page<SittingView> emptyChairs(@RestPath UUID group) {
        groups.require(group);
        Instant now = clock.instant();
        List<Sitting> ahead = sittings.between(
                group, now, LondonTime.endOf(LondonTime.dateOf(now).plusDays(DAYS_AHEAD)));
        return new Page<>(
                read.views(ahead, Insiders.include(caller)).stream()
                        .filter(sitting -> sitting.state() == SittingState.AHEAD && sitting.emptyChairs() > 0)
                        .toList(),
                null);
    }

    @GET
    @Path("sittings/{id}")
    @Transactional
    @Operation(operationId = "getSitting", summary = "A sitting with its brief and what was reported back")
    @APIResponse(
            responseCode = "200",
            description = "The sitting. ETag is what a change asks for in If-Match.",
            content = @Content(schema = @Schema(implementation = SittingView.class)))
    public Response get(@RestPath UUID id) {
        return Result.tagged(sittings.findByIdOptional(id)
                .map(sitting -> new Result.Done<>(read.view(sitting, Insiders.include(caller)), sitting.version())));
    }

    @GET
    @Path("sittings/{id}/briefs")
    @RolesAllowed({
        Roles.PCN_CLINICAL_DIRECTOR,
        Roles.PRACTICE_VOTER,
        Roles.LMC_EXECUTIVE,
        Roles.GROUP_SECRETARY,
        Roles.EXECUTIVE_MANAGER,
        Roles.ICS_ADMIN
    })
    @Transactional
    @Operation(operationId = "listBriefs", summary = "Every version of a sitting's brief")
    public Page<BriefView> briefs(@RestPath UUID id) {
        Result.within(sittings.findByIdOptional(id));
        return new Page<>(sittings.briefs(id), null);
    }

    @PUT
    @Path("sittings/{id}/brief")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.EXECUTIVE_MANAGER, Roles.GROUP_SECRETARY, Roles.LMC_EXECUTIVE})
    @Operation(
            operationId = "writeBrief",
            summary = "Say what to say at a sitting, and what not to agree",
            description = "Each is a further version, until the sitting begins.")
    @APIResponse(
            responseCode = "200",
            description = "The sitting with its brief",
            content = @Content(schema = @Schema(implementation = SittingView.class)))
    public Response brief(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid BriefRequest request) {
        return change.brief(id, ifMatch, request, Person.of(caller)).answer();
    }

    @PUT
    @Path("sittings/{id}/report")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({
        Roles.PCN_CLINICAL_DIRECTOR,
        Roles.PRACTICE_VOTER,
        Roles.LMC_EXECUTIVE,
        Roles.GROUP_SECRETARY,
        Roles.EXECUTIVE_MANAGER
    })
    @Operation(operationId = "reportBack", summary = "Report back from a sitting, once")
    @APIResponse(
            responseCode = "200",
            description = "The sitting with its report",
            content = @Content(schema = @Schema(implementation = SittingView.class)))
    public Response report(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ReportRequest request) {
        return change.report(id, ifMatch, request, Person.of(caller), Insiders.areTheOffice(caller))
                .answer();
    }

    @PUT
    @Path("sittings/{id}/cancellation")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.EXECUTIVE_MANAGER, Roles.GROUP_SECRETARY})
    @Operation(operationId = "cancelSitting", summary = "Say that a sitting does not take place")
    @APIResponse(
            responseCode = "200",
            description = "The sitting, cancelled",
            content = @Content(schema = @Schema(implementation = SittingView.class)))
    public Response cancel(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ReasonRequest request) {
        return change.cancel(id, ifMatch, request.reason().strip()).answer();
    }
}
