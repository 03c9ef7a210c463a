package org.folkmoot.executive.decision;

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
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Person;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Decisions, over HTTP. An observer sees those that were taken. Who may take one, its power says. */
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
@Tag(name = "Decisions", description = "What was decided, under which power, and what was refused.")
@APIResponse(
        responseCode = "default",
        description = "A refusal or a failure, RFC 9457.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class DecisionResource {

    private static final List<String> ALL = List.of("proposed", "taken", "refused", "withdrawn");
    private static final List<String> PUBLISHED = List.of("taken");

    private final Groups groups;
    private final Decisions decisions;
    private final TakeDecision take;
    private final Caller caller;
    private final Clock clock;

    DecisionResource(Groups groups, Decisions decisions, TakeDecision take, Caller caller, Clock clock) {
        this.groups = groups;
        this.decisions = decisions;
        this.take = take;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Path("groups/{group}/decisions")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PCN_CLINICAL_DIRECTOR, Roles.LMC_EXECUTIVE, Roles.GROUP_SECRETARY, Roles.EXECUTIVE_MANAGER})
    @Idempotent
    @Operation(
            operationId = "decide",
            summary = "Take a decision under a power, or propose one with a deadline",
            description =
                    "A decision that the power does not cover is refused (409 decision-not-covered) with every condition"
                            + " that is not met; it is kept as refused and put on the next agenda of the leadership group.")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponse(
            responseCode = "201",
            description = "The decision, taken or proposed",
            content = @Content(schema = @Schema(implementation = DecisionView.class)))
    public Response decide(@RestPath UUID group, @NotNull @Valid DecisionRequest request) {
        return take.decide(group, request, Decider.of(caller)).created(made -> "/decisions/" + made.id());
    }

    @GET
    @Path("groups/{group}/decisions")
    @Transactional
    @Operation(operationId = "listDecisions", summary = "The decisions of a group, the newest first")
    public Page<DecisionView> list(
            @RestPath UUID group,
            @RestQuery @Pattern(regexp = "proposed|taken|refused|withdrawn") @Nullable String state,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        groups.require(group);
        List<String> states = state == null ? visible() : visible().contains(state) ? List.of(state) : List.of();
        return Page.of(
                        states.isEmpty()
                                ? List.<Decision>of()
                                : decisions.page(group, states, cursor == null ? null : cursor.id(0), limit + 1),
                        limit,
                        decision -> Cursor.after(decision.id()))
                .map(decision -> decisions.view(decision, Insiders.include(caller), clock.instant()));
    }

    @GET
    @Path("decisions/{id}")
    @Transactional
    @Operation(operationId = "getDecision", summary = "A decision, and whether it stands")
    @APIResponse(
            responseCode = "200",
            description = "The decision. ETag is what a change asks for in If-Match.",
            content = @Content(schema = @Schema(implementation = DecisionView.class)))
    public Response get(@RestPath UUID id) {
        return Result.tagged(decisions
                .findByIdOptional(id)
                .filter(decision -> decision.isTaken() || Insiders.include(caller))
                .map(decision -> new Result.Done<>(
                        decisions.view(decision, Insiders.include(caller), clock.instant()), decision.version())));
    }

    @PUT
    @Path("decisions/{id}/agreement")
    @RolesAllowed({Roles.PCN_CLINICAL_DIRECTOR, Roles.LMC_EXECUTIVE, Roles.GROUP_SECRETARY, Roles.EXECUTIVE_MANAGER})
    @Operation(operationId = "agreeToDecision", summary = "Agree to a decision that is proposed")
    @APIResponse(
            responseCode = "200",
            description = "The decision with those who agreed",
            content = @Content(schema = @Schema(implementation = DecisionView.class)))
    public Response agree(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return take.agree(id, ifMatch, Person.of(caller)).answer();
    }

    @PUT
    @Path("decisions/{id}/taking")
    @RolesAllowed({Roles.PCN_CLINICAL_DIRECTOR, Roles.LMC_EXECUTIVE, Roles.GROUP_SECRETARY, Roles.EXECUTIVE_MANAGER})
    @Operation(operationId = "takeDecision", summary = "Take a decision that was proposed: it is checked now")
    @APIResponse(
            responseCode = "200",
            description = "The decision, taken",
            content = @Content(schema = @Schema(implementation = DecisionView.class)))
    public Response take(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return take.take(id, ifMatch, Decider.of(caller)).answer();
    }

    @PUT
    @Path("decisions/{id}/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PCN_CLINICAL_DIRECTOR, Roles.LMC_EXECUTIVE, Roles.GROUP_SECRETARY, Roles.EXECUTIVE_MANAGER})
    @Operation(operationId = "withdrawDecision", summary = "Withdraw a decision that is proposed")
    @APIResponse(
            responseCode = "200",
            description = "The decision, withdrawn",
            content = @Content(schema = @Schema(implementation = DecisionView.class)))
    public Response withdraw(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ReasonRequest request) {
        return take.withdraw(
                        id,
                        ifMatch,
                        request.reason().strip(),
                        Person.of(caller),
                        caller.roles().contains(Roles.GROUP_SECRETARY))
                .answer();
    }

    private List<String> visible() {
        return Insiders.include(caller) ? ALL : PUBLISHED;
    }
}
