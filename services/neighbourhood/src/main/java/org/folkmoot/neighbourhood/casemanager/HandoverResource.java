package org.folkmoot.neighbourhood.casemanager;

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
import org.folkmoot.neighbourhood.Made;
import org.folkmoot.neighbourhood.access.Reader;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Handovers, over HTTP. */
@Path("/")
@RolesAllowed({Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Case manager", description = "Who owns a person's care, and how it is handed over.")
@APIResponse(
        responseCode = "default",
        description = "A refusal or a failure, RFC 9457.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class HandoverResource {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final ChangeHandover change;
    private final Caller caller;

    HandoverResource(ChangeHandover change, Caller caller) {
        this.change = change;
        this.caller = caller;
    }

    @POST
    @Path("referrals/{id}/handovers")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(
            operationId = "offerHandover",
            summary = "Offer to hand a person over to another member of the team",
            description = "By whoever owns the person's care, or the team's lead.")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponse(
            responseCode = "201",
            description = "The handover, offered",
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response offer(@RestPath UUID id, @NotNull @Valid HandoverRequest request) {
        return change.offer(id, request, reader()).map(Made::new).created(_ -> "/referrals/" + id);
    }

    @GET
    @Path("handovers")
    @Operation(
            operationId = "listHandovers",
            summary = "Whom the caller is offered to take over, the oldest offer first")
    public Page<HandoverView> list(
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        return change.offeredTo(reader(), cursor == null ? BEFORE_ALL : cursor.id(0), limit);
    }

    @PUT
    @Path("referrals/{id}/handovers/{handover}/acceptance")
    @Operation(
            operationId = "acceptHandover",
            summary = "Take a person over",
            description = "From that instant the caller owns the person's care, and nobody else.")
    @APIResponse(
            responseCode = "200",
            description = "The handover, accepted. If-Match and ETag are of the referral.",
            content = @Content(schema = @Schema(implementation = HandoverView.class)))
    public Response accept(
            @RestPath UUID id, @RestPath UUID handover, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return change.answer(id, handover, Answer.ACCEPTED, ifMatch, reader()).answer();
    }

    @PUT
    @Path("referrals/{id}/handovers/{handover}/declining")
    @Operation(operationId = "declineHandover", summary = "Do not take a person over")
    @APIResponse(
            responseCode = "200",
            description = "The handover, declined. If-Match and ETag are of the referral.",
            content = @Content(schema = @Schema(implementation = HandoverView.class)))
    public Response decline(
            @RestPath UUID id, @RestPath UUID handover, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return change.answer(id, handover, Answer.DECLINED, ifMatch, reader()).answer();
    }

    @PUT
    @Path("referrals/{id}/handovers/{handover}/withdrawal")
    @Operation(operationId = "withdrawHandover", summary = "Take an offer back")
    @APIResponse(
            responseCode = "200",
            description = "The handover, withdrawn. If-Match and ETag are of the referral.",
            content = @Content(schema = @Schema(implementation = HandoverView.class)))
    public Response withdraw(
            @RestPath UUID id, @RestPath UUID handover, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return change.answer(id, handover, Answer.WITHDRAWN, ifMatch, reader()).answer();
    }

    private Reader reader() {
        return Reader.of(caller);
    }
}
