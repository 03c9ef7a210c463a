package org.folkmoot.neighbourhood.retention;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.http.Result;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Person;
import org.folkmoot.tenancy.Roles;
import org.jspecify.annotations.Nullable;

/** How long records are kept, and the ICS's key, over HTTP. */
@Path("/")
@RolesAllowed(Roles.ICS_ADMIN)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Retention", description = "How long records are kept, how they end, and the key of the ICS.")
class RetentionResource {

    private final Records records;
    private final SetRetention set;
    private final RenewKey renew;
    private final Caller caller;

    RetentionResource(Records records, SetRetention set, RenewKey renew, Caller caller) {
        this.records = records;
        this.set = set;
        this.renew = renew;
        this.caller = caller;
    }

    @GET
    @Path("retention")
    @Transactional
    @Operation(operationId = "getRetention", summary = "For how long records are kept")
    @APIResponse(
            responseCode = "200",
            description = "The period. ETag is what a change asks for in If-Match.",
            content = @Content(schema = @Schema(implementation = RetentionView.class)))
    public Response retention() {
        return records.period().answer();
    }

    @PUT
    @Path("retention")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "setRetention",
            summary = "Set for how long records are kept",
            description =
                    "Eight years after the care has ended at least, and a child's record until they are 25 in any case.")
    @APIResponse(
            responseCode = "200",
            description = "The period as it is now",
            content = @Content(schema = @Schema(implementation = RetentionView.class)))
    public Response set(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @NotNull @Valid RetentionRequest request) {
        return set.set(ifMatch, request, Person.of(caller)).answer();
    }

    @GET
    @Path("keys")
    @Transactional
    @Operation(operationId = "getKey", summary = "The ICS's key, and how many patients' keys wait for it")
    @APIResponse(
            responseCode = "200",
            description = "Which key it is; 404 before there is any",
            content = @Content(schema = @Schema(implementation = KeyRenewalView.class)))
    public Response key() {
        return Result.found(records.key());
    }

    @PUT
    @Path("keys/renewal")
    @Transactional
    @Operation(
            operationId = "renewKey",
            summary = "Renew the ICS's key",
            description = "Patients' keys are wrapped under it in the rounds that follow. Nothing else changes.")
    @APIResponse(
            responseCode = "200",
            description = "The new key",
            content = @Content(schema = @Schema(implementation = KeyRenewalView.class)))
    public Response renew() {
        Optional<KeyRenewalView> renewed = renew.renew();
        return Result.found(renewed);
    }
}
