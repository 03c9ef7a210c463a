package org.folkmoot.mandate.power;

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
import org.folkmoot.http.Cursor;
import org.folkmoot.http.Idempotent;
import org.folkmoot.http.Page;
import org.folkmoot.http.Result;
import org.folkmoot.mandate.group.Groups;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Person;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Delegated powers, over HTTP. */
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
@Tag(name = "Powers", description = "What a group lets its executive decide.")
@APIResponse(
        responseCode = "default",
        description = "A refusal or a failure, RFC 9457.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class PowerResource {

    private final Groups groups;
    private final Powers powers;
    private final ChangePower change;
    private final ReviewPower review;
    private final Caller caller;
    private final Clock clock;

    PowerResource(Groups groups, Powers powers, ChangePower change, ReviewPower review, Caller caller, Clock clock) {
        this.groups = groups;
        this.powers = powers;
        this.change = change;
        this.review = review;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("groups/{group}/powers")
    @Transactional
    @Operation(operationId = "listPowers", summary = "The scheme of delegation: every power of a group, with its use")
    public Page<PowerView> list(
            @RestPath UUID group,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        groups.require(group);
        return Page.of(
                        powers.page(group, cursor == null ? null : cursor.id(0), limit + 1),
                        limit,
                        power -> Cursor.after(power.id()))
                .map(power -> powers.view(power, clock.instant()));
    }

    @GET
    @Path("powers/{id}")
    @Transactional
    @Operation(operationId = "getPower", summary = "A power as it stands now, with every change")
    @APIResponse(
            responseCode = "200",
            description = "The power. ETag is what a change asks for in If-Match.",
            content = @Content(schema = @Schema(implementation = PowerView.class)))
    public Response get(@RestPath UUID id) {
        return Result.tagged(powers.findByIdOptional(id)
                .map(power -> new Result.Done<>(powers.view(power, clock.instant()), power.version())));
    }

    @POST
    @Path("groups/{group}/powers")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.GROUP_SECRETARY, Roles.LMC_EXECUTIVE})
    @Idempotent
    @Operation(operationId = "proposePower", summary = "Propose a power, to be confirmed by another person")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponse(
            responseCode = "201",
            description = "The power, proposed",
            content = @Content(schema = @Schema(implementation = PowerView.class)))
    public Response propose(@RestPath UUID group, @NotNull @Valid PowerRequest request) {
        return change.propose(group, request, Person.of(caller)).created(made -> "/powers/" + made.id());
    }

    @POST
    @Path("powers/{id}/versions")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.GROUP_SECRETARY, Roles.LMC_EXECUTIVE})
    @Idempotent
    @Operation(
            operationId = "proposePowerChange",
            summary = "Propose to narrow, extend, suspend, resume or revoke a power",
            description = "Another person confirms it. The earlier versions stay.")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponse(
            responseCode = "201",
            description = "The power with the proposed change",
            content = @Content(schema = @Schema(implementation = PowerView.class)))
    public Response propose(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid PowerChange request) {
        return change.propose(id, ifMatch, request, Person.of(caller)).created(made -> "/powers/" + id);
    }

    @PUT
    @Path("powers/{id}/versions/{number}/confirmation")
    @RolesAllowed({Roles.GROUP_SECRETARY, Roles.LMC_EXECUTIVE})
    @Operation(operationId = "confirmPowerChange", summary = "Confirm a proposed change, as a second person")
    @APIResponse(
            responseCode = "200",
            description = "The power, changed",
            content = @Content(schema = @Schema(implementation = PowerView.class)))
    public Response confirm(
            @RestPath UUID id, @RestPath int number, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return change.settle(id, number, ifMatch, true, Person.of(caller)).answer();
    }

    @PUT
    @Path("powers/{id}/versions/{number}/refusal")
    @RolesAllowed({Roles.GROUP_SECRETARY, Roles.LMC_EXECUTIVE})
    @Operation(operationId = "refusePowerChange", summary = "Put a proposed change aside")
    @APIResponse(
            responseCode = "200",
            description = "The power, as it was",
            content = @Content(schema = @Schema(implementation = PowerView.class)))
    public Response refuse(
            @RestPath UUID id, @RestPath int number, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return change.settle(id, number, ifMatch, false, Person.of(caller)).answer();
    }

    @POST
    @Path("powers/{id}/reviews")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.GROUP_SECRETARY, Roles.LMC_EXECUTIVE})
    @Idempotent
    @Operation(
            operationId = "reviewPower",
            summary = "Write down what came of a power's review",
            description = "Another person confirms it. Then the next review is due before the day that it names.")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponse(
            responseCode = "201",
            description = "The power with the proposed review",
            content = @Content(schema = @Schema(implementation = PowerView.class)))
    public Response review(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ReviewRequest request) {
        return review.propose(id, ifMatch, request, Person.of(caller)).created(made -> "/powers/" + id);
    }

    @PUT
    @Path("powers/{id}/reviews/{number}/confirmation")
    @RolesAllowed({Roles.GROUP_SECRETARY, Roles.LMC_EXECUTIVE})
    @Operation(operationId = "confirmPowerReview", summary = "Confirm a review, as a second person")
    @APIResponse(
            responseCode = "200",
            description = "The power, reviewed",
            content = @Content(schema = @Schema(implementation = PowerView.class)))
    public Response confirmReview(
            @RestPath UUID id, @RestPath int number, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return review.settle(id, number, ifMatch, true, Person.of(caller)).answer();
    }

    @PUT
    @Path("powers/{id}/reviews/{number}/refusal")
    @RolesAllowed({Roles.GROUP_SECRETARY, Roles.LMC_EXECUTIVE})
    @Operation(operationId = "refusePowerReview", summary = "Put a review aside")
    @APIResponse(
            responseCode = "200",
            description = "The power, as it was",
            content = @Content(schema = @Schema(implementation = PowerView.class)))
    public Response refuseReview(
            @RestPath UUID id, @RestPath int number, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return review.settle(id, number, ifMatch, false, Person.of(caller)).answer();
    }
}
