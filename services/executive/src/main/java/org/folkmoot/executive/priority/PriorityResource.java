package org.folkmoot.executive.priority;

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
import java.util.List;
import java.util.UUID;
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
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Person;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Priorities, over HTTP. An observer sees those that were adopted. */
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
@Tag(name = "Priorities", description = "What general practice sets out to reach.")
@APIResponse(
        responseCode = "default",
        description = "A refusal or a failure, RFC 9457.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class PriorityResource {

    private static final String POSITIONS = "proposed|shaped|adopted|in-progress|met|retired";
    private static final String AIMS = "access|continuity|prevention-and-inequality|resilience";
    private static final List<String> ALL = List.of(POSITIONS.split("\\|"));
    private static final List<String> PUBLISHED = List.of("adopted", "in-progress", "met");

    private final Groups groups;
    private final Priorities priorities;
    private final ChangePriority change;
    private final Caller caller;

    PriorityResource(Groups groups, Priorities priorities, ChangePriority change, Caller caller) {
        this.groups = groups;
        this.priorities = priorities;
        this.change = change;
        this.caller = caller;
    }

    @POST
    @Path("groups/{group}/priorities")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({
        Roles.PCN_CLINICAL_DIRECTOR,
        Roles.PRACTICE_VOTER,
        Roles.LMC_EXECUTIVE,
        Roles.GROUP_SECRETARY,
        Roles.EXECUTIVE_MANAGER
    })
    @Idempotent
    @Operation(
            operationId = "proposePriority",
            summary = "Propose a priority for a practice or a network for which the caller speaks")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponse(
            responseCode = "201",
            description = "The priority, proposed",
            content = @Content(schema = @Schema(implementation = PriorityView.class)))
    public Response propose(@RestPath UUID group, @NotNull @Valid ProposalRequest request) {
        if (!Insiders.areTheOffice(caller) && !caller.speaksFor(request.proposedFor())) {
            return Problem.of(CommonProblem.FORBIDDEN)
                    .withDetail("One proposes for a practice or network for which one speaks.")
                    .toResponse();
        }
        return change.propose(group, request, Person.of(caller)).created(made -> "/priorities/" + made.id());
    }

    @GET
    @Path("groups/{group}/priorities")
    @Transactional
    @Operation(operationId = "listPriorities", summary = "The priorities of a group, the newest first")
    public Page<PriorityView> list(
            @RestPath UUID group,
            @RestQuery @Pattern(regexp = POSITIONS) @Nullable String position,
            @RestQuery @Pattern(regexp = AIMS) @Nullable String aim,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        groups.require(group);
        boolean insider = Insiders.include(caller);
        List<String> possible = insider ? ALL : PUBLISHED;
        List<String> positions =
                position == null ? possible : possible.contains(position) ? List.of(position) : List.of();
        Page<Priority> found = Page.of(
                priorities.page(group, positions, aim, cursor == null ? null : cursor.id(0), limit + 1),
                limit,
                priority -> Cursor.after(priority.id()));
        return new Page<>(priorities.views(found.items(), insider), found.next());
    }

    @GET
    @Path("priorities/{id}")
    @Transactional
    @Operation(operationId = "getPriority", summary = "A priority")
    @APIResponse(
            responseCode = "200",
            description = "The priority. ETag is what a change asks for in If-Match.",
            content = @Content(schema = @Schema(implementation = PriorityView.class)))
    public Response get(@RestPath UUID id) {
        boolean insider = Insiders.include(caller);
        return Result.tagged(priorities
                .findByIdOptional(id)
                .filter(priority ->
                        insider || PUBLISHED.contains(priority.position().slug()))
                .map(priority -> new Result.Done<>(priorities.view(priority, insider), priority.version())));
    }

    @PUT
    @Path("priorities/{id}/shape")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.EXECUTIVE_MANAGER, Roles.LMC_EXECUTIVE})
    @Operation(
            operationId = "shapePriority",
            summary = "Put a priority into the form that can be voted on",
            description = "If it cited a motion already, it does so no more.")
    @APIResponse(
            responseCode = "200",
            description = "The priority, shaped",
            content = @Content(schema = @Schema(implementation = PriorityView.class)))
    public Response shape(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ShapeRequest request) {
        return change.shape(id, ifMatch, request, Person.of(caller)).answer();
    }

    @PUT
    @Path("priorities/{id}/motion")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.EXECUTIVE_MANAGER, Roles.LMC_EXECUTIVE, Roles.GROUP_SECRETARY})
    @Operation(
            operationId = "putPriorityToGroup",
            summary = "Say which motion puts a priority to the group",
            description = "Once the motion's ballot has been declared as carried, the priority is adopted.")
    @APIResponse(
            responseCode = "200",
            description = "The priority; adopted if the ballot has been carried already",
            content = @Content(schema = @Schema(implementation = PriorityView.class)))
    public Response cite(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid MotionRequest request) {
        return change.cite(id, ifMatch, request.motion()).answer();
    }

    @PUT
    @Path("priorities/{id}/beginning")
    @RolesAllowed({Roles.EXECUTIVE_MANAGER, Roles.LMC_EXECUTIVE})
    @Operation(operationId = "beginPriority", summary = "An adopted priority is worked at from now on")
    @APIResponse(
            responseCode = "200",
            description = "The priority, in progress",
            content = @Content(schema = @Schema(implementation = PriorityView.class)))
    public Response begin(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return change.begin(id, ifMatch).answer();
    }

    @PUT
    @Path("priorities/{id}/measures")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.EXECUTIVE_MANAGER, Roles.LMC_EXECUTIVE})
    @Operation(operationId = "measurePriority", summary = "Say where the measures of a priority stand now")
    @APIResponse(
            responseCode = "200",
            description = "The priority with its measures",
            content = @Content(schema = @Schema(implementation = PriorityView.class)))
    public Response measure(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid MeasuresRequest request) {
        return change.measure(id, ifMatch, request.reached()).answer();
    }

    @PUT
    @Path("priorities/{id}/attainment")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.EXECUTIVE_MANAGER, Roles.LMC_EXECUTIVE})
    @Operation(operationId = "meetPriority", summary = "A priority in progress is met: with what shows it")
    @APIResponse(
            responseCode = "200",
            description = "The priority, met",
            content = @Content(schema = @Schema(implementation = PriorityView.class)))
    public Response meet(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid OutcomeRequest request) {
        return change.meet(id, ifMatch, request.evidence().strip(), Person.of(caller))
                .answer();
    }

    @PUT
    @Path("priorities/{id}/retirement")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.EXECUTIVE_MANAGER, Roles.LMC_EXECUTIVE})
    @Operation(operationId = "retirePriority", summary = "Retire a priority, with a reason")
    @APIResponse(
            responseCode = "200",
            description = "The priority, retired",
            content = @Content(schema = @Schema(implementation = PriorityView.class)))
    public Response retire(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ReasonRequest request) {
        return change.retire(id, ifMatch, request.reason().strip(), Person.of(caller))
                .answer();
    }
}
