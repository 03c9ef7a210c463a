package org.folkmoot.tenants.systems;

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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.http.Cursor;
import org.folkmoot.http.Idempotent;
import org.folkmoot.http.Page;
import org.folkmoot.http.Result;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Systems outside the platform that the caller's ICS lets in, for its administrators. */
@Path("/external-systems")
@RolesAllowed(Roles.ICS_ADMIN)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "External systems",
        description = "Systems outside the platform that read the events of the ICS of the token, or tell it something."
                + " For that ICS's administrators.")
@APIResponse(
        responseCode = "default",
        description = "A refusal or a failure, RFC 9457.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class SystemResource {

    private static final String SEEN = "The ETag of the system as you saw it.";

    private final AdministerSystems administer;
    private final ExternalSystems systems;
    private final Credentials credentials;

    SystemResource(AdministerSystems administer, ExternalSystems systems, Credentials credentials) {
        this.administer = administer;
        this.systems = systems;
        this.credentials = credentials;
    }

    /** A part of the systems. */
    @GET
    @Operation(operationId = "listExternalSystems", summary = "The systems of the ICS, the newest first")
    @APIResponse(
            responseCode = "200",
            description = "A part of them; next is the cursor of the next part.",
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            properties = {
                                                @SchemaProperty(
                                                        name = "items",
                                                        type = SchemaType.ARRAY,
                                                        implementation = SystemView.class),
                                                @SchemaProperty(name = "next", type = SchemaType.STRING)
                                            })))
    @Transactional
    public Page<SystemView> list(
            @Parameter(description = "Those that were revoked, in place of those that are let in.")
                    @RestQuery
                    @DefaultValue("false")
                    boolean revoked,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        Page<ExternalSystem> page =
                Page.of(systems.some(revoked, cursor, limit + 1), limit, system -> Cursor.after(system.id()));
        Map<UUID, List<Credential>> given =
                credentials.of(page.items().stream().map(ExternalSystem::id).toList());
        return page.map(system -> SystemView.of(system, given.getOrDefault(system.id(), List.of())));
    }

    /** One system. */
    @GET
    @Path("/{id}")
    @Operation(operationId = "getExternalSystem", summary = "One system, with its credentials but without passwords")
    @APIResponse(
            responseCode = "200",
            description = "The system. ETag is what a change asks for in If-Match.",
            content = @Content(schema = @Schema(implementation = SystemView.class)))
    public Response get(@RestPath UUID id) {
        return Result.tagged(administer.find(id));
    }

    /** Lets a system in. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(
            operationId = "registerExternalSystem",
            summary = "Let a system in",
            description = "It has no credential yet: have one issued with issueCredential.")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            required = true,
            description = "Names this request, so that repeating it does no harm.",
            schema = @Schema(implementation = String.class))
    @APIResponse(
            responseCode = "201",
            description = "It is let in, and is at Location.",
            content = @Content(schema = @Schema(implementation = SystemView.class)))
    public Response register(@Valid @NotNull SystemRequest system) throws SQLException {
        return administer.register(system).created(view -> "/external-systems/" + view.id());
    }

    /** Issues a credential. */
    @POST
    @Path("/{id}/credentials")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "issueCredential",
            summary = "Give a system a new password, under a new name",
            description =
                    "The password is in this answer, and nowhere after. The credential before stays good until it is"
                            + " dropped; there are two at most. If the answer is lost, drop the credential that it made and"
                            + " have another issued.")
    @APIResponse(
            responseCode = "200",
            description = "The credential: Kafka has taken it already.",
            content = @Content(schema = @Schema(implementation = IssuedView.class)))
    public Response issue(
            @RestPath UUID id,
            @Parameter(required = true, description = SEEN) @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull Reason why) {
        return administer.issue(id, ifMatch, why.reason()).answer();
    }

    /** Drops a credential. */
    @POST
    @Path("/{id}/credentials/{number}/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "dropCredential",
            summary = "Make a credential of a system good no more",
            description = "Kafka refuses the next request made with it, on connections that are open, too. While the"
                    + " credential is closing, Kafka has not been told yet, and is being told.")
    @APIResponse(
            responseCode = "200",
            description = "The system as it is now.",
            content = @Content(schema = @Schema(implementation = SystemView.class)))
    public Response drop(
            @RestPath UUID id,
            @RestPath @Min(1) int number,
            @Parameter(required = true, description = SEEN) @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull Reason why) {
        return administer.drop(id, number, ifMatch, why.reason()).answer();
    }

    /** Shuts a system out. */
    @POST
    @Path("/{id}/revocation")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "revokeExternalSystem",
            summary = "Shut a system out for good",
            description = "All its credentials are good no more, as with dropCredential.")
    @APIResponse(
            responseCode = "200",
            description = "The system as it is now.",
            content = @Content(schema = @Schema(implementation = SystemView.class)))
    public Response revoke(
            @RestPath UUID id,
            @Parameter(required = true, description = SEEN) @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull Reason why) {
        return administer.revoke(id, ifMatch, why.reason()).answer();
    }
}
