package org.folkmoot.registry.body;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.http.Cursor;
import org.folkmoot.http.EntityTag;
import org.folkmoot.http.Idempotent;
import org.folkmoot.http.Page;
import org.folkmoot.http.Result;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * Organisations that no national file has. All resources of an ICS's own knowledge share one class path: a longer one would
 * take the others' requests and answer 404.
 */
@Path("/")
@RolesAllowed(Roles.ANYBODY_OF_AN_ICS)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bodies", description = "Organisations that an ICS knows and no national file has.")
class BodyResource {

    private final Bodies bodies;
    private final DefineBody define;

    BodyResource(Bodies bodies, DefineBody define) {
        this.bodies = bodies;
        this.define = define;
    }

    @GET
    @Path("bodies")
    @Transactional
    @Operation(operationId = "listBodies", summary = "The bodies of the ICS, by name")
    public Page<BodyView> list(
            @RestQuery
                    @Pattern(
                            regexp =
                                    "partnership|incorporated-partnership|company|federation|superpartnership|other-body")
                    @Nullable
                    String kind,
            @Parameter(description = "What the name holds.") @RestQuery @Size(min = 1, max = 200) @Nullable String q,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        Bodies.Place after = cursor == null ? null : new Bodies.Place(cursor.text(0), cursor.id(1));
        return Page.of(bodies.page(kind, q, after, limit + 1), limit, body -> Cursor.after(body.name(), body.id()))
                .map(Body::view);
    }

    @GET
    @Path("bodies/{id}")
    @Transactional
    @Operation(operationId = "getBody", summary = "A body")
    @APIResponseSchema(
            value = BodyView.class,
            responseCode = "200",
            responseDescription = "The body. ETag is what amending it asks for in If-Match.")
    public Response get(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return bodies.findByIdOptional(id)
                .map(body -> EntityTag.of(body.version()).answer(ifNoneMatch, body::view))
                .orElseGet(() -> Result.absent().answer());
    }

    @POST
    @Path("bodies")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ICS_ADMIN, Roles.EXECUTIVE_MANAGER})
    @Idempotent
    @Operation(operationId = "defineBody", summary = "Define an organisation that no national file has")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponseSchema(value = BodyView.class, responseCode = "201", responseDescription = "The body")
    public Response define(@NotNull @Valid BodyRequest request) {
        return define.define(request).created(made -> "/bodies/" + made.id());
    }

    @PUT
    @Path("bodies/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ICS_ADMIN, Roles.EXECUTIVE_MANAGER})
    @Operation(operationId = "amendBody", summary = "Amend the name or the codes of a body")
    @APIResponseSchema(value = BodyView.class, responseCode = "200", responseDescription = "The body as it is now")
    public Response amend(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid BodyRequest request) {
        return define.amend(id, ifMatch, request).answer();
    }
}
