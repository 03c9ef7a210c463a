package org.folkmoot.neighbourhood.notification;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.http.Cursor;
import org.folkmoot.http.Page;
import org.folkmoot.http.Result;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The notifications that were heard, over HTTP. Of whom they are is not shown. */
@Path("/nhs-notifications")
@RolesAllowed(Roles.ICS_ADMIN)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "NHS notifications", description = "What the NHS told of people, and what became of it.")
class NotificationResource {

    private static final UUID END = new UUID(-1, -1);

    private final Notifications notifications;
    private final HearNotification hear;

    NotificationResource(Notifications notifications, HearNotification hear) {
        this.notifications = notifications;
        this.hear = hear;
    }

    @GET
    @Transactional
    @Operation(operationId = "listNhsNotifications", summary = "What was heard, the newest first")
    public Page<NotificationView> list(
            @Parameter(description = "What became of it: done, not-ours, kept, unresolved or waiting.")
                    @RestQuery
                    @Pattern(regexp = "done|not-ours|kept|unresolved|waiting")
                    @Nullable
                    String state,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        return Page.of(
                notifications.page(
                        state == null ? null : NotificationState.of(state),
                        cursor == null ? END : cursor.id(0),
                        limit + 1),
                limit,
                last -> Cursor.after(last.id()));
    }

    @GET
    @Path("{id}")
    @Transactional
    @Operation(operationId = "getNhsNotification", summary = "A notification")
    @APIResponse(
            responseCode = "200",
            description = "The notification. ETag is what another look asks for in If-Match.",
            content = @Content(schema = @Schema(implementation = NotificationView.class)))
    public Response get(@RestPath UUID id) {
        return Result.tagged(notifications.shown(id));
    }

    @PUT
    @Path("{id}/another-look")
    @Operation(
            operationId = "lookAgainAtNhsNotification",
            summary = "Look at a notification again",
            description = "For one that was kept, is unresolved or waits, of a patient who is known here.")
    @APIResponse(
            responseCode = "200",
            description = "The notification, and what became of it",
            content = @Content(schema = @Schema(implementation = NotificationView.class)))
    public Response again(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return hear.again(id, ifMatch).answer();
    }
}
