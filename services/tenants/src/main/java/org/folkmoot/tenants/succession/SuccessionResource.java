package org.folkmoot.tenants.succession;

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

/** Plans for what becomes of practices when ICSs merge or split, for the platform's operators. */
@Path("/successions")
@RolesAllowed(Roles.PLATFORM_OPERATOR)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Successions",
        description = "Plans by which practices go to another ICS when ICSs merge or split: drawn up by one operator,"
                + " previewed, agreed by another, or cancelled. Nothing is moved by them yet. Platform operators only.")
@APIResponse(
        responseCode = "default",
        description = "A refusal or a failure, RFC 9457.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class SuccessionResource {

    private static final String SEEN = "The ETag of the plan as you saw it.";

    private final PlanSuccession plan;
    private final Previews previews;
    private final Successions successions;

    SuccessionResource(PlanSuccession plan, Previews previews, Successions successions) {
        this.plan = plan;
        this.previews = previews;
        this.successions = successions;
    }

    /** A part of the plans. */
    @GET
    @Operation(operationId = "listSuccessions", summary = "Every plan that was ever drawn up, the newest first")
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
                                                        implementation = SuccessionSummary.class),
                                                @SchemaProperty(name = "next", type = SchemaType.STRING)
                                            })))
    @Transactional
    public Page<SuccessionSummary> list(
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        return Page.of(successions.some(cursor, limit + 1), limit, each -> Cursor.after(each.id()))
                .map(SuccessionSummary::of);
    }

    /** Draws up a plan. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(
            operationId = "drawUpSuccession",
            summary = "Draw up a plan",
            description = "Binds nobody until another operator agrees. What it says is never altered.")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            required = true,
            description = "Names this request, so that repeating it does no harm.")
    @APIResponse(
            responseCode = "201",
            description = "The plan.",
            content = @Content(schema = @Schema(implementation = SuccessionView.class)))
    public Response draw(@Valid @NotNull SuccessionRequest request) {
        return plan.draw(request).map(SuccessionView::of).created(view -> "/successions/" + view.id());
    }

    /** One plan. */
    @GET
    @Path("/{id}")
    @Operation(operationId = "getSuccession", summary = "One plan")
    @APIResponse(
            responseCode = "200",
            description = "The plan. ETag is what a change asks for in If-Match.",
            content = @Content(schema = @Schema(implementation = SuccessionView.class)))
    @Transactional
    public Response get(@RestPath UUID id) {
        return Result.tagged(successions
                .findByIdOptional(id)
                .map(found -> new Result.Done<>(SuccessionView.of(found), found.version())));
    }

    /** What a plan meets with. */
    @GET
    @Path("/{id}/preview")
    @Operation(
            operationId = "previewSuccession",
            summary = "What a plan meets with, as things are now",
            description = "What stands in its way, and what there is at its predecessors. Changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The preview.",
            content = @Content(schema = @Schema(implementation = PreviewView.class)))
    public Response preview(@RestPath UUID id) {
        return Result.found(previews.of(id));
    }

    /** Agrees to a plan. */
    @POST
    @Path("/{id}/agreement")
    @Operation(
            operationId = "agreeSuccession",
            summary = "Agree to a plan that another operator drew up",
            description = "From now on no other plan that names one of its practices can be agreed.")
    @APIResponse(
            responseCode = "200",
            description = "The plan, agreed.",
            content = @Content(schema = @Schema(implementation = SuccessionView.class)))
    public Response agree(
            @RestPath UUID id,
            @Parameter(required = true, description = SEEN) @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch)
            throws SQLException {
        return plan.agree(id, ifMatch).map(SuccessionView::of).answer();
    }

    /** Gives a plan up. */
    @POST
    @Path("/{id}/cancellation")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "cancelSuccession", summary = "Give a plan up, whether it is agreed or not")
    @APIResponse(
            responseCode = "200",
            description = "The plan, cancelled.",
            content = @Content(schema = @Schema(implementation = SuccessionView.class)))
    public Response cancel(
            @RestPath UUID id,
            @Parameter(required = true, description = SEEN) @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull CancellationRequest request) {
        return plan.cancel(id, ifMatch, request.reason().strip())
                .map(SuccessionView::of)
                .answer();
    }
}
