package org.folkmoot.neighbourhood.notification;

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
import org.folkmoot.neighbourhood.access.Reader;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What teams are asked about patients who are registered elsewhere now, over HTTP. */
@Path("/practice-changes")
@RolesAllowed({Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Changes of practice", description = "Patients with open referrals who are registered elsewhere now.")
class PracticeChangeResource {

    private static final UUID BEGINNING = new UUID(0, 0);

    private final PracticeChanges changes;
    private final AnswerPracticeChange answer;
    private final Caller caller;

    PracticeChangeResource(PracticeChanges changes, AnswerPracticeChange answer, Caller caller) {
        this.changes = changes;
        this.answer = answer;
        this.caller = caller;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listPracticeChanges",
            summary = "Changes of practice that the caller's teams are asked about, the oldest first")
    public Page<PracticeChangeView> list(
            @Parameter(description = "Of one team") @RestQuery @Nullable UUID team,
            @Parameter(description = "Those that wait for an answer") @RestQuery boolean open,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        return Page.of(
                changes.page(Reader.of(caller), team, open, cursor == null ? BEGINNING : cursor.id(0), limit),
                limit,
                last -> Cursor.after(last.id()));
    }

    @GET
    @Path("{id}")
    @Transactional
    @Operation(operationId = "getPracticeChange", summary = "A change of practice")
    @APIResponse(
            responseCode = "200",
            description = "The change. ETag is what an answer asks for in If-Match.",
            content = @Content(schema = @Schema(implementation = PracticeChangeView.class)))
    public Response get(@RestPath UUID id) {
        return Result.tagged(changes.shown(id, Reader.of(caller)));
    }

    @PUT
    @Path("{id}/confirmation")
    @Operation(operationId = "confirmPracticeChange", summary = "Go on with the person")
    @APIResponse(
            responseCode = "200",
            description = "The change with its answer",
            content = @Content(schema = @Schema(implementation = PracticeChangeView.class)))
    public Response confirm(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return answer.confirm(id, ifMatch, Reader.of(caller)).answer();
    }

    @PUT
    @Path("{id}/handing-over")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "handOverAfterPracticeChange",
            summary = "Hand the person over to another team",
            description =
                    "Redirects the referral, with its journey and its clock, as long as the team has not accepted it; after that the other"
                            + " team is offered a transfer, and the change waits until it accepts.")
    @APIResponse(
            responseCode = "200",
            description = "The change with its answer",
            content = @Content(schema = @Schema(implementation = PracticeChangeView.class)))
    public Response handOver(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid HandingOverRequest request) {
        return answer.handOver(id, ifMatch, request, Reader.of(caller)).answer();
    }
}
