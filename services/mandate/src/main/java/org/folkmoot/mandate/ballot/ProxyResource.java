package org.folkmoot.mandate.ballot;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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
import org.folkmoot.http.Idempotent;
import org.folkmoot.http.Page;
import org.folkmoot.http.Result;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Proxies, over HTTP. */
@Path("/")
@RolesAllowed({Roles.PRACTICE_VOTER, Roles.PCN_CLINICAL_DIRECTOR, Roles.GROUP_SECRETARY})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Proxies", description = "A voter's power to another to vote for it.")
@APIResponse(
        responseCode = "default",
        description = "A refusal or a failure, RFC 9457.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class ProxyResource {

    private final ChangeProxy change;

    ProxyResource(ChangeProxy change) {
        this.change = change;
    }

    @GET
    @Path("groups/{group}/proxies")
    @Operation(
            operationId = "listProxies",
            summary = "Proxies given by or to the caller's organisations; a secretary sees all")
    public Page<ProxyView> list(@RestPath UUID group) {
        return new Page<>(change.list(group), null);
    }

    @GET
    @Path("proxies/{id}")
    @Operation(operationId = "getProxy", summary = "A proxy")
    @APIResponse(
            responseCode = "200",
            description = "The proxy. ETag is what revoking it asks for in If-Match.",
            content = @Content(schema = @Schema(implementation = ProxyView.class)))
    public Response get(@RestPath UUID id) {
        return Result.tagged(change.one(id));
    }

    @POST
    @Path("groups/{group}/proxies")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PRACTICE_VOTER, Roles.PCN_CLINICAL_DIRECTOR})
    @Idempotent
    @Operation(operationId = "giveProxy", summary = "Give a proxy, for a ballot or for a term")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponse(
            responseCode = "201",
            description = "The proxy",
            content = @Content(schema = @Schema(implementation = ProxyView.class)))
    public Response give(@RestPath UUID group, @NotNull @Valid ProxyRequest request) {
        return change.give(group, request).created(made -> "/proxies/" + made.id());
    }

    @PUT
    @Path("proxies/{id}/revocation")
    @RolesAllowed({Roles.PRACTICE_VOTER, Roles.PCN_CLINICAL_DIRECTOR})
    @Operation(
            operationId = "revokeProxy",
            summary = "Revoke a proxy",
            description =
                    "A proxy for a ballot until it is used; one for a term at any time, for the ballots in which it was"
                            + " not used.")
    @APIResponse(
            responseCode = "200",
            description = "The proxy, revoked",
            content = @Content(schema = @Schema(implementation = ProxyView.class)))
    public Response revoke(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return change.revoke(id, ifMatch).answer();
    }
}
