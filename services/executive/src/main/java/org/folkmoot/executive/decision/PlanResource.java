package org.folkmoot.executive.decision;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.executive.ReasonRequest;
import org.folkmoot.executive.power.Groups;
import org.folkmoot.http.Cursor;
import org.folkmoot.http.Idempotent;
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

/** The forward plan, over HTTP: published, or nobody could say anything to it in time. */
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
@Tag(name = "Forward plan", description = "Decisions that are announced ahead, and how many were.")
@APIResponse(
        responseCode = "default",
        description = "A refusal or a failure, RFC 9457.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class PlanResource {

    private final Groups groups;
    private final Plans plans;
    private final PlanDecision change;
    private final Caller caller;
    private final Clock clock;

    PlanResource(Groups groups, Plans plans, PlanDecision change, Caller caller, Clock clock) {
        this.groups = groups;
        this.plans = plans;
        this.change = change;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Path("groups/{group}/forward-plan")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.EXECUTIVE_MANAGER, Roles.GROUP_SECRETARY})
    @Idempotent
    @Operation(operationId = "planDecision", summary = "Announce a decision ahead")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponse(
            responseCode = "201",
            description = "The decision on the plan",
            content = @Content(schema = @Schema(implementation = PlanView.class)))
    public Response announce(@RestPath UUID group, @NotNull @Valid PlanRequest request) {
        return change.announce(group, request, Person.of(caller)).created(made -> "/planned-decisions/" + made.id());
    }

    @GET
    @Path("groups/{group}/forward-plan")
    @Transactional
    @Operation(operationId = "listForwardPlan", summary = "The forward plan of a group, the newest first")
    public Page<PlanView> list(
            @RestPath UUID group,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        groups.require(group);
        return Page.of(
                        plans.page(group, cursor == null ? null : cursor.id(0), limit + 1),
                        limit,
                        plan -> Cursor.after(plan.id()))
                .map(PlannedDecision::view);
    }

    @GET
    @Path("groups/{group}/forward-plan/share")
    @Transactional
    @Operation(
            operationId = "getForwardPlanShare",
            summary = "How many decisions of the last twelve months were announced, and how many in time")
    public PlanShare share(@RestPath UUID group) {
        groups.require(group);
        return plans.share(group, LondonTime.today(clock).minusYears(1));
    }

    @GET
    @Path("planned-decisions/{id}")
    @Transactional
    @Operation(operationId = "getPlannedDecision", summary = "A decision on the forward plan")
    @APIResponse(
            responseCode = "200",
            description = "The decision on the plan. ETag is what a change asks for in If-Match.",
            content = @Content(schema = @Schema(implementation = PlanView.class)))
    public Response get(@RestPath UUID id) {
        return Result.tagged(plans.findByIdOptional(id).map(plan -> new Result.Done<>(plan.view(), plan.version())));
    }

    @PUT
    @Path("planned-decisions/{id}/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.EXECUTIVE_MANAGER, Roles.GROUP_SECRETARY})
    @Operation(operationId = "withdrawPlannedDecision", summary = "Take a decision off the forward plan")
    @APIResponse(
            responseCode = "200",
            description = "What was on the plan",
            content = @Content(schema = @Schema(implementation = PlanView.class)))
    public Response withdraw(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ReasonRequest request) {
        return change.withdraw(id, ifMatch, request.reason().strip()).answer();
    }
}
