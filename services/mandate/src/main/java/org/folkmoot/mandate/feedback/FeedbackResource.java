package org.folkmoot.mandate.feedback;

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
import org.folkmoot.http.Idempotent;
import org.folkmoot.http.Page;
import org.folkmoot.http.Result;
import org.folkmoot.mandate.group.Groups;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Objections and comments, over HTTP. */
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
@Tag(name = "Feedback", description = "Objections and comments.")
@APIResponse(
        responseCode = "default",
        description = "A refusal or a failure, RFC 9457.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class FeedbackResource {

    private final Groups groups;
    private final Objections objections;
    private final GiveFeedback feedback;

    FeedbackResource(Groups groups, Objections objections, GiveFeedback feedback) {
        this.groups = groups;
        this.objections = objections;
        this.feedback = feedback;
    }

    @GET
    @Path("groups/{group}/objections")
    @Transactional
    @Operation(
            operationId = "listObjections",
            summary = "Objections and comments, in the order in which they were raised")
    public Page<ObjectionView> objections(
            @RestPath UUID group,
            @Parameter(description = "Only those to this motion, mandate or decision.") @RestQuery @Nullable
                    UUID subject,
            @Parameter(description = "Only those that wait for a reply.") @RestQuery @DefaultValue("false")
                    boolean open,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        groups.require(group);
        return Page.of(
                        objections.page(group, subject, open, cursor == null ? null : cursor.id(0), limit + 1),
                        limit,
                        objection -> Cursor.after(objection.id()))
                .map(Objection::view);
    }

    @GET
    @Path("objections/{id}")
    @Transactional
    @Operation(operationId = "getObjection", summary = "An objection or a comment")
    @APIResponse(
            responseCode = "200",
            description = "The objection. ETag is what a reply asks for in If-Match.",
            content = @Content(schema = @Schema(implementation = ObjectionView.class)))
    public Response objection(@RestPath UUID id) {
        return Result.tagged(objections
                .findByIdOptional(id)
                .map(objection -> new Result.Done<>(objection.view(), objection.version())));
    }

    @POST
    @Path("groups/{group}/objections")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PRACTICE_VOTER, Roles.PCN_CLINICAL_DIRECTOR, Roles.LMC_EXECUTIVE})
    @Idempotent
    @Operation(operationId = "raiseObjection", summary = "Raise a formal objection or make a comment")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponse(
            responseCode = "201",
            description = "The objection",
            content = @Content(schema = @Schema(implementation = ObjectionView.class)))
    public Response raise(@RestPath UUID group, @NotNull @Valid ObjectionRequest request) {
        return feedback.raise(group, request).created(made -> "/objections/" + made.id());
    }

    @PUT
    @Path("objections/{id}/reply")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.GROUP_SECRETARY, Roles.EXECUTIVE_MANAGER})
    @Operation(operationId = "answerObjection", summary = "Reply to an objection or a comment, once")
    @APIResponse(
            responseCode = "200",
            description = "The objection with its reply",
            content = @Content(schema = @Schema(implementation = ObjectionView.class)))
    public Response reply(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ReplyRequest reply) {
        return feedback.answer(id, ifMatch, reply.words().strip()).answer();
    }
}
