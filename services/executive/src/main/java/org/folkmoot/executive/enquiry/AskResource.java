package org.folkmoot.executive.enquiry;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.http.Cursor;
import org.folkmoot.http.Page;
import org.folkmoot.http.Result;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What practices are asked, over HTTP: each sees its own, and those who deal with enquiries see all. */
@Path("asks")
@RolesAllowed({
    Roles.PCN_CLINICAL_DIRECTOR,
    Roles.PRACTICE_VOTER,
    Roles.LMC_EXECUTIVE,
    Roles.GROUP_SECRETARY,
    Roles.EXECUTIVE_MANAGER,
    Roles.ICS_ADMIN
})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Questions to practices", description = "What practices are asked because of enquiries.")
@APIResponse(
        responseCode = "default",
        description = "A refusal or a failure, RFC 9457.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class AskResource {

    private static final String STATES = "open|answered|needless";

    private final Asks asks;
    private final AskPractices change;
    private final Caller caller;

    AskResource(Asks asks, AskPractices change, Caller caller) {
        this.asks = asks;
        this.change = change;
        this.caller = caller;
    }

    @GET
    @Transactional
    @Operation(operationId = "listAsks", summary = "What the caller's practices are asked, the earliest due first")
    public Page<AskView> list(
            @RestQuery @Nullable UUID enquiry,
            @RestQuery @Pattern(regexp = STATES) @Nullable String state,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        LocalDate due = cursor == null ? LocalDate.EPOCH : cursor.date(0);
        UUID after = cursor == null ? new UUID(0, 0) : cursor.id(1);
        List<AskView> found = asks.page(enquiry, state, Reader.of(caller), due, after, limit + 1);
        return Page.of(found, limit, last -> Cursor.after(last.due(), last.id()));
    }

    @GET
    @Path("{id}")
    @Transactional
    @Operation(operationId = "getAsk", summary = "What a practice is asked")
    @APIResponse(
            responseCode = "200",
            description = "The question. ETag is what an answer asks for in If-Match.",
            content = @Content(schema = @Schema(implementation = AskView.class)))
    public Response get(@RestPath UUID id) {
        return Result.tagged(asks.shown(id, Reader.of(caller)));
    }

    @PUT
    @Path("{id}/answer")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "answerAsk",
            summary = "Answer for a practice",
            description = "A later answer takes the place of an earlier one, until the enquirer has been answered.")
    @APIResponse(
            responseCode = "200",
            description = "The question with its answer",
            content = @Content(schema = @Schema(implementation = AskView.class)))
    public Response answer(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid EnquiryAnswerRequest request) {
        return change.answer(id, ifMatch, request.answer().strip(), Reader.of(caller))
                .answer();
    }
}
