package org.folkmoot.mandate.ballot;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
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
import org.folkmoot.mandate.group.Person;
import org.folkmoot.mandate.outcome.Result;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The life of ballots, over HTTP: a secretary schedules, opens and declares. */
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
@Tag(name = "Ballots", description = "Scheduling, opening, declaring, annulling.")
@APIResponse(
        responseCode = "default",
        description = "A refusal or a failure, RFC 9457.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class BallotResource {

    private final ReadBallot read;
    private final ScheduleBallot schedule;
    private final OpenBallot open;
    private final DeclareBallot declare;
    private final AnnulBallot annul;
    private final Caller caller;

    BallotResource(
            ReadBallot read,
            ScheduleBallot schedule,
            OpenBallot open,
            DeclareBallot declare,
            AnnulBallot annul,
            Caller caller) {
        this.read = read;
        this.schedule = schedule;
        this.open = open;
        this.declare = declare;
        this.annul = annul;
        this.caller = caller;
    }

    @POST
    @Path("motions/{motion}/ballots")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.GROUP_SECRETARY)
    @Idempotent
    @Operation(
            operationId = "scheduleBallot",
            summary = "Put a tabled motion to a ballot",
            description = "If-Match names the motion as it was seen: its words stand from now on.")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponse(
            responseCode = "201",
            description = "The ballot, scheduled",
            content = @Content(schema = @Schema(implementation = BallotView.class)))
    public Response schedule(
            @RestPath UUID motion,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ScheduleRequest request) {
        return schedule.schedule(motion, ifMatch, request, Person.of(caller)).created(made -> "/ballots/" + made.id());
    }

    @GET
    @Path("groups/{group}/ballots")
    @Operation(
            operationId = "listBallots",
            summary = "The ballots of a group, in the order in which they were scheduled")
    public Page<BallotView> list(
            @RestPath UUID group,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        return Page.of(
                read.page(group, cursor == null ? null : cursor.id(0), limit + 1),
                limit,
                ballot -> Cursor.after(ballot.id()));
    }

    @GET
    @Path("ballots/{id}")
    @Operation(operationId = "getBallot", summary = "A ballot as it stands at this moment")
    @APIResponse(
            responseCode = "200",
            description =
                    "The ballot. ETag is what a change asks for in If-Match; that it opened or closed by its hour is"
                            + " no change, so there is no answer 304.",
            content = @Content(schema = @Schema(implementation = BallotView.class)))
    public Response get(@RestPath UUID id) {
        return Result.tagged(read.one(id));
    }

    @PUT
    @Path("ballots/{id}/opening")
    @RolesAllowed(Roles.GROUP_SECRETARY)
    @Operation(
            operationId = "openBallot",
            summary = "Open a ballot now",
            description = "Without this it opens at its hour. The electorate is frozen and its hash announced.")
    @APIResponse(
            responseCode = "200",
            description = "The ballot, open",
            content = @Content(schema = @Schema(implementation = BallotView.class)))
    public Response open(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return open.open(id, ifMatch).answer();
    }

    @PUT
    @Path("ballots/{id}/declaration")
    @RolesAllowed(Roles.GROUP_SECRETARY)
    @Operation(
            operationId = "declareBallot",
            summary = "Declare a closed ballot",
            description = "The request has no body: the outcome is computed from the log, and published as a file.")
    @APIResponse(
            responseCode = "200",
            description = "The ballot, declared",
            content = @Content(schema = @Schema(implementation = BallotView.class)))
    public Response declare(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return declare.declare(id, ifMatch).answer();
    }

    @PUT
    @Path("ballots/{id}/annulment")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.GROUP_SECRETARY, Roles.LMC_EXECUTIVE, Roles.ICS_ADMIN})
    @Operation(
            operationId = "annulBallot",
            summary = "Annul a ballot before it is declared, with a reason",
            description = "The group's constitution says which of the roles may.")
    @APIResponse(
            responseCode = "200",
            description = "The ballot, annulled",
            content = @Content(schema = @Schema(implementation = BallotView.class)))
    public Response annul(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ReasonRequest request) {
        return annul.annul(id, ifMatch, request.reason().strip()).answer();
    }

    @GET
    @Path("ballots/{id}/result")
    @Operation(
            operationId = "getResult",
            summary = "The result of a declared ballot, by class",
            description = "As it was announced. Who had lapsed, and what difference it made, is in the ballot.")
    @APIResponse(
            responseCode = "200",
            description = "The result",
            content = @Content(schema = @Schema(implementation = BallotDeclared.class)))
    public Response result(@RestPath UUID id) {
        return Result.found(read.result(id));
    }
}
