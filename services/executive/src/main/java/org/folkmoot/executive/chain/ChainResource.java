package org.folkmoot.executive.chain;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.http.Result;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The chain of authority, over HTTP. */
@Path("authority")
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
@Tag(name = "Authority", description = "From an action up to the ballot that made it legitimate, and down again.")
@APIResponse(
        responseCode = "default",
        description = "A refusal or a failure, RFC 9457.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class ChainResource {

    private static final int MOST = 2000;

    private final Chain chain;

    ChainResource(Chain chain) {
        this.chain = chain;
    }

    @GET
    @Path("{kind}/{id}")
    @Transactional
    @Operation(
            operationId = "getAuthority",
            summary = "What a thing has its authority from, and what has its authority from it",
            description =
                    "The kind is motion, ballot, seat, mandate, power, decision, priority, meeting, enquiry, action, representative"
                            + " or objection.")
    @APIResponse(
            responseCode = "200",
            description = "The chain, upwards and downwards",
            content = @Content(schema = @Schema(implementation = ChainView.class)))
    public Response around(
            @RestPath @Pattern(regexp = "[a-z]{1,20}") String kind,
            @RestPath @Pattern(regexp = "[A-Za-z0-9:-]{1,100}") String id,
            @RestQuery @DefaultValue("500") @Min(1) @Max(MOST) int most) {
        return Result.found(chain.around(kind, id, most));
    }
}
