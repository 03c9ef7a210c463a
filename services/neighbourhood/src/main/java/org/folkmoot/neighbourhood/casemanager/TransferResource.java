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

/** Transfers to another team, over HTTP. */
@Path("/")
@RolesAllowed({Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Case manager", description = "Who owns a person's care, and how it is handed over.")
@APIResponse(
        responseCode = "default",
        description = "A refusal or a failure, RFC 9457.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class TransferResource {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final ChangeTransfer change;
    private final Caller caller;

    TransferResource(ChangeTransfer change, Caller caller) {
        this.change = change;
        this.caller = caller;
    }

    @POST
    @Path("referrals/{id}/transfers")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(
            operationId = "offerTransfer",
            summary = "Offer to transfer a person who was taken on to another team",
            description =
                    "By whoever owns the person's care, or the team's lead. Nothing changes until that team accepts.")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponse(
            responseCode = "201",
            description = "The transfer, offered",
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response offer(@RestPath UUID id, @NotNull @Valid TransferRequest request) {
        return change.offer(id, request, reader()).map(Made::new).created(made -> "/transfers/" + made.id());
    }

    @GET
    @Path("transfers")
    @Operation(
            operationId = "listTransfers",
            summary = "Whom the caller's teams are offered, the oldest offer first",
            description =
                    "Or instead whom another team did not take over in the last thirty days, of those whose care the"
                            + " caller owns.")
    public Page<TransferView> list(
            @Parameter(description = "Only what is offered to this team") @RestQuery @Nullable UUID team,
            @Parameter(description = "What another team declined") @RestQuery boolean declined,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        UUID after = cursor == null ? BEFORE_ALL : cursor.id(0);
        return declined ? change.declinedOf(reader(), after, limit) : change.offeredTo(reader(), team, after, limit);
    }

    @GET
    @Path("transfers/{id}")
    @Operation(operationId = "getTransfer", summary = "A transfer, for members of both teams")
    @APIResponse(
            responseCode = "200",
            description = "The transfer. ETag is what an answer asks for in If-Match.",
            content = @Content(schema = @Schema(implementation = TransferView.class)))
    public Response get(@RestPath UUID id) {
        return change.see(id, reader()).answer();
    }

    @PUT
    @Path("transfers/{id}/acceptance")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "acceptTransfer",
            summary = "Take a person over from another team, and say who owns their care",
            description = "From that instant the referral, with its journey and its clock, is the caller's team's.")
    @APIResponse(
            responseCode = "200",
            description = "The transfer, accepted",
            content = @Content(schema = @Schema(implementation = TransferView.class)))
    public Response accept(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid TransferAcceptanceRequest request) {
        return change.accept(id, ifMatch, request.caseManager(), reader()).answer();
    }

    @PUT
    @Path("transfers/{id}/declining")
    @Operation(operationId = "declineTransfer", summary = "Do not take a person over from another team")
    @APIResponse(
            responseCode = "200",
            description = "The transfer, declined",
            content = @Content(schema = @Schema(implementation = TransferView.class)))
    public Response decline(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return change.end(id, ifMatch, Answer.DECLINED, reader()).answer();
    }

    @PUT
    @Path("transfers/{id}/withdrawal")
    @Operation(operationId = "withdrawTransfer", summary = "Take an offer to another team back")
    @APIResponse(
            responseCode = "200",
            description = "The transfer, withdrawn",
            content = @Content(schema = @Schema(implementation = TransferView.class)))
    public Response withdraw(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return change.end(id, ifMatch, Answer.WITHDRAWN, reader()).answer();
    }

    private Reader reader() {
        return Reader.of(caller);
    }
}
