package org.folkmoot.mandate.motion;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.http.Cursor;
import org.folkmoot.http.EntityTag;
import org.folkmoot.http.Idempotent;
import org.folkmoot.http.Page;
import org.folkmoot.http.Result;
import org.folkmoot.mandate.group.Groups;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Person;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Motions, over HTTP. An observer sees what has been tabled; drafts are of those who may draft. */
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
@Tag(name = "Motions", description = "What is proposed, amended, and put to a ballot.")
@APIResponse(
        responseCode = "default",
        description = "A refusal or a failure, RFC 9457.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class MotionResource {

    private final Groups groups;
    private final Motions motions;
    private final ChangeMotion change;
    private final Caller caller;

    MotionResource(Groups groups, Motions motions, ChangeMotion change, Caller caller) {
        this.groups = groups;
        this.motions = motions;
        this.change = change;
        this.caller = caller;
    }

    @POST
    @Path("groups/{group}/motions")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({
        Roles.PCN_CLINICAL_DIRECTOR,
        Roles.PRACTICE_VOTER,
        Roles.LMC_EXECUTIVE,
        Roles.GROUP_SECRETARY,
        Roles.EXECUTIVE_MANAGER
    })
    @Idempotent
    @Operation(operationId = "draftMotion", summary = "Draft a motion")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponse(
            responseCode = "201",
            description = "The draft",
            content = @Content(schema = @Schema(implementation = MotionView.class)))
    public Response draft(@RestPath UUID group, @NotNull @Valid MotionRequest request) {
        if (request.proposedFor() != null && !caller.speaksFor(request.proposedFor())) {
            return Problem.of(CommonProblem.FORBIDDEN)
                    .withDetail("You do not speak for " + request.proposedFor() + ".")
                    .toResponse();
        }
        return change.draft(group, request, Person.of(caller)).created(made -> "/motions/" + made.id());
    }

    @GET
    @Path("groups/{group}/motions")
    @Transactional
    @Operation(operationId = "listMotions", summary = "The motions of a group, in the order in which they were drafted")
    public Page<MotionView> list(
            @RestPath UUID group,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        groups.require(group);
        return Page.of(
                        motions.page(group, seesDrafts(), cursor == null ? null : cursor.id(0), limit + 1),
                        limit,
                        motion -> Cursor.after(motion.id()))
                .map(motions::view);
    }

    @GET
    @Path("motions/{id}")
    @Transactional
    @Operation(operationId = "getMotion", summary = "A motion with its amendments")
    @APIResponse(
            responseCode = "200",
            description = "The motion. ETag is what a change asks for in If-Match.",
            content = @Content(schema = @Schema(implementation = MotionView.class)))
    public Response get(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return motions.findByIdOptional(id)
                .filter(motion -> seesDrafts() || !(motion.state() instanceof MotionState.Draft))
                .map(motion -> EntityTag.of(motion.version()).answer(ifNoneMatch, () -> motions.view(motion)))
                .orElseGet(() -> Result.absent().answer());
    }

    @PUT
    @Path("motions/{id}/tabling")
    @RolesAllowed(Roles.GROUP_SECRETARY)
    @Operation(operationId = "tableMotion", summary = "Table a draft")
    @APIResponse(
            responseCode = "200",
            description = "The motion, tabled",
            content = @Content(schema = @Schema(implementation = MotionView.class)))
    public Response table(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return change.table(id, ifMatch).answer();
    }

    @PUT
    @Path("motions/{id}/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({
        Roles.PCN_CLINICAL_DIRECTOR,
        Roles.PRACTICE_VOTER,
        Roles.LMC_EXECUTIVE,
        Roles.GROUP_SECRETARY,
        Roles.EXECUTIVE_MANAGER
    })
    @Operation(operationId = "withdrawMotion", summary = "Withdraw a motion that has not been put to a ballot")
    @APIResponse(
            responseCode = "200",
            description = "The motion, withdrawn",
            content = @Content(schema = @Schema(implementation = MotionView.class)))
    public Response withdraw(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid WithdrawalRequest withdrawal) {
        return change.withdraw(
                        id,
                        ifMatch,
                        withdrawal.reason().strip(),
                        Person.of(caller),
                        caller.roles().contains(Roles.GROUP_SECRETARY))
                .answer();
    }

    @POST
    @Path("motions/{id}/amendments")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({
        Roles.PCN_CLINICAL_DIRECTOR,
        Roles.PRACTICE_VOTER,
        Roles.LMC_EXECUTIVE,
        Roles.GROUP_SECRETARY,
        Roles.EXECUTIVE_MANAGER
    })
    @Idempotent
    @Operation(operationId = "amendMotion", summary = "Propose other words for a tabled motion")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponse(
            responseCode = "201",
            description = "The motion with its amendments",
            content = @Content(schema = @Schema(implementation = MotionView.class)))
    public Response amend(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid AmendmentRequest request) {
        return change.amend(id, ifMatch, request, Person.of(caller)).created(made -> "/motions/" + id);
    }

    @PUT
    @Path("motions/{id}/amendments/{number}/acceptance")
    @RolesAllowed(Roles.GROUP_SECRETARY)
    @Operation(operationId = "acceptAmendment", summary = "Accept an amendment: the motion says what it says")
    @APIResponse(
            responseCode = "200",
            description = "The motion, amended",
            content = @Content(schema = @Schema(implementation = MotionView.class)))
    public Response accept(
            @RestPath UUID id, @RestPath int number, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return change.settle(id, number, ifMatch, true, Person.of(caller)).answer();
    }

    @PUT
    @Path("motions/{id}/amendments/{number}/refusal")
    @RolesAllowed(Roles.GROUP_SECRETARY)
    @Operation(operationId = "refuseAmendment", summary = "Refuse an amendment")
    @APIResponse(
            responseCode = "200",
            description = "The motion, as it was",
            content = @Content(schema = @Schema(implementation = MotionView.class)))
    public Response refuse(
            @RestPath UUID id, @RestPath int number, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return change.settle(id, number, ifMatch, false, Person.of(caller)).answer();
    }

    private boolean seesDrafts() {
        return caller.roles().stream()
                .anyMatch(role -> !role.equals(Roles.ICS_OBSERVER) && !role.equals(Roles.ICS_ADMIN));
    }
}
