package org.folkmoot.neighbourhood.team;

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
import java.util.List;
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
import org.folkmoot.neighbourhood.access.Reader;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Teams, over HTTP. Everybody of an ICS sees them; people's subjects are for those who work with teams. */
@Path("/")
@RolesAllowed(Roles.ANYBODY_OF_AN_ICS)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Teams", description = "Integrated neighbourhood teams, their members, and what they can take on.")
@APIResponse(
        responseCode = "default",
        description = "A refusal or a failure, RFC 9457.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class TeamResource {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Teams teams;
    private final ChangeTeam change;
    private final Caller caller;

    TeamResource(Teams teams, ChangeTeam change, Caller caller) {
        this.teams = teams;
        this.change = change;
        this.caller = caller;
    }

    @GET
    @Path("teams")
    @Transactional
    @Operation(operationId = "listTeams", summary = "Teams that work, by name")
    public Page<TeamView> list(
            @Parameter(description = "Those that work for this neighbourhood") @RestQuery @Nullable UUID neighbourhood,
            @Parameter(description = "Those of the neighbourhood in which this practice lies") @RestQuery @Nullable
                    OdsCode practice,
            @Parameter(description = "Those in which the caller is") @RestQuery boolean mine,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        Reader reader = Reader.of(caller);
        List<TeamView> found = teams.page(
                new Teams.Asked(
                        neighbourhood, practice == null ? null : practice.code(), mine ? reader.subject() : null),
                cursor == null ? "" : cursor.text(0),
                cursor == null ? BEFORE_ALL : cursor.id(1),
                limit + 1);
        return Page.of(found, limit, last -> Cursor.after(last.name(), last.id()))
                .map(team -> shown(team, reader));
    }

    @GET
    @Path("teams/{id}")
    @Transactional
    @Operation(operationId = "getTeam", summary = "A team")
    @APIResponse(
            responseCode = "200",
            description = "The team. ETag is what a change asks for in If-Match.",
            content = @Content(schema = @Schema(implementation = TeamView.class)))
    public Response get(@RestPath UUID id) {
        Reader reader = Reader.of(caller);
        return Result.tagged(teams.shown(id)
                .map(done -> new Result.Done<>(shown(done.view(), reader), done.version())));
    }

    @POST
    @Path("teams")
    @RolesAllowed(Roles.ICS_ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(operationId = "formTeam", summary = "Form a team")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponse(
            responseCode = "201",
            description = "The team",
            content = @Content(schema = @Schema(implementation = TeamView.class)))
    public Response form(@NotNull @Valid TeamRequest request) {
        return change.form(request, Reader.of(caller)).created(team -> "/teams/" + team.id());
    }

    @PUT
    @Path("teams/{id}")
    @RolesAllowed({Roles.ICS_ADMIN, Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeTeam",
            summary = "Change a team's name, its relation to practices, and what it offers",
            description = "For the ICS's administrators and the team's lead.")
    @APIResponse(
            responseCode = "200",
            description = "The team as it is now",
            content = @Content(schema = @Schema(implementation = TeamView.class)))
    public Response change(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid TeamChangeRequest request) {
        return change.change(id, ifMatch, request, Reader.of(caller)).answer();
    }

    @PUT
    @Path("teams/{id}/disbanding")
    @RolesAllowed(Roles.ICS_ADMIN)
    @Operation(operationId = "disbandTeam", summary = "Disband a team that has nobody to see to any more")
    @APIResponse(
            responseCode = "200",
            description = "The team as it was",
            content = @Content(schema = @Schema(implementation = TeamView.class)))
    public Response disband(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return change.disband(id, ifMatch, Reader.of(caller)).answer();
    }

    @POST
    @Path("teams/{id}/members")
    @RolesAllowed({Roles.ICS_ADMIN, Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(
            operationId = "joinTeam",
            summary = "Add somebody to a team",
            description =
                    "For the ICS's administrators and the team's lead. From then on the team's referrals are theirs"
                            + " to see.")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponse(
            responseCode = "201",
            description = "The team with its new member",
            content = @Content(schema = @Schema(implementation = TeamView.class)))
    public Response join(@RestPath UUID id, @NotNull @Valid MemberRequest request) {
        return change.join(id, request, Reader.of(caller)).created(team -> "/teams/" + team.id());
    }

    @PUT
    @Path("teams/{id}/members/{member}/leaving")
    @RolesAllowed({Roles.ICS_ADMIN, Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
    @Operation(
            operationId = "leaveTeam",
            summary = "Let somebody leave a team",
            description = "For the ICS's administrators and the team's lead.")
    @APIResponse(
            responseCode = "200",
            description = "The team without them",
            content = @Content(schema = @Schema(implementation = TeamView.class)))
    public Response leave(
            @RestPath UUID id, @RestPath UUID member, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return change.leave(id, member, ifMatch, Reader.of(caller)).answer();
    }

    @PUT
    @Path("teams/{id}/members/{member}/leading")
    @RolesAllowed({Roles.ICS_ADMIN, Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
    @Operation(
            operationId = "leadTeam",
            summary = "Make a member the lead",
            description = "For the ICS's administrators and whoever leads it now.")
    @APIResponse(
            responseCode = "200",
            description = "The team with its lead",
            content = @Content(schema = @Schema(implementation = TeamView.class)))
    public Response lead(
            @RestPath UUID id, @RestPath UUID member, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return change.lead(id, member, ifMatch, Reader.of(caller)).answer();
    }

    @POST
    @Path("teams/{id}/capacities")
    @RolesAllowed({Roles.ICS_ADMIN, Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(
            operationId = "declareCapacity",
            summary = "Declare what a team can take on",
            description = "For members of the team and the ICS's administrators. The latest declaration holds.")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponse(
            responseCode = "201",
            description = "The team with its capacity",
            content = @Content(schema = @Schema(implementation = TeamView.class)))
    public Response declare(@RestPath UUID id, @NotNull @Valid CapacityRequest request) {
        return change.declare(id, request, Reader.of(caller)).created(team -> "/teams/" + team.id());
    }

    private static TeamView shown(TeamView team, Reader reader) {
        return reader.isAnyOf(
                        Roles.ICS_ADMIN,
                        Roles.INT_CLINICIAN,
                        Roles.CASE_MANAGER,
                        Roles.PRACTICE_VOTER,
                        Roles.PCN_CLINICAL_DIRECTOR)
                ? team
                : team.forOutsiders();
    }
}
