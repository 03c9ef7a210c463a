package org.folkmoot.neighbourhood.breakglass;

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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
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
import org.folkmoot.http.Table;
import org.folkmoot.neighbourhood.access.Reader;
import org.folkmoot.neighbourhood.breakglass.BrokenGlasses.Found;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Breaking the glass, over HTTP. */
@Path("/")
@RolesAllowed({Roles.PRACTICE_VOTER, Roles.PCN_CLINICAL_DIRECTOR, Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Break glass", description = "Opening the record of a person that is not open to the caller, in need.")
@APIResponse(
        responseCode = "default",
        description = "A refusal or a failure, RFC 9457.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class BreakGlassResource {

    private static final Table.Columns<BreakGlassView> COLUMNS = Table.<BreakGlassView>columns()
            .text("Who", BreakGlassView::who)
            .text("Organisations", glass -> String.join(", ", glass.organisations()))
            .text("When", glass -> glass.at().toString())
            .text("Until", glass -> glass.until().toString())
            .text("Reason", BreakGlassView::reason)
            .text("Verdict", BreakGlassResource::verdict)
            .text("Id", glass -> glass.id().toString());

    private static final int MOST_IN_A_FILE = 10_000;
    private static final UUID LAST = new UUID(-1, -1);

    private final BrokenGlasses glasses;
    private final BreakGlass open;
    private final Caller caller;

    BreakGlassResource(BrokenGlasses glasses, BreakGlass open, Caller caller) {
        this.glasses = glasses;
        this.open = open;
        this.caller = caller;
    }

    @POST
    @Path("break-glass")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(
            operationId = "breakGlass",
            summary = "Open the record of a person for a short time, with a reason",
            description =
                    "The lead of the person's team is told at once, and reviews it; of a team without one every member.")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponse(
            responseCode = "201",
            description = "The person's referrals, and until when they are open to the caller",
            content = @Content(schema = @Schema(implementation = BrokenGlass.class)))
    public Response open(@NotNull @Valid BreakGlassRequest request) {
        return open.open(Reader.of(caller), request).created(made -> "/break-glass/" + made.id());
    }

    @GET
    @Path("break-glass")
    @RolesAllowed({Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
    @Transactional
    @Operation(
            operationId = "listBreakGlass",
            summary =
                    "Who broke the glass of people of teams that the caller leads, or is in and nobody leads, the newest first",
            description = "As a file with Accept or format: CSV, XLSX.")
    public Page<BreakGlassView> list(
            @Parameter(description = "Only of people of this team") @RestQuery @Nullable UUID team,
            @Parameter(description = "Only what nobody has reviewed") @RestQuery boolean unreviewed,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        Page<Found> page = Page.of(
                glasses.page(caller.subject(), team, unreviewed, cursor == null ? LAST : cursor.id(0), limit + 1),
                limit,
                last -> Cursor.after(last.view().id()));
        Reader reader = Reader.of(caller);
        open.seen(reader, page.items());
        return page.map(found -> BreakGlass.told(reader, found));
    }

    @GET
    @Path("break-glass")
    @Produces({Table.CSV + ";qs=0.5", Table.XLSX + ";qs=0.4"})
    @RolesAllowed({Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
    @Transactional
    @Operation(hidden = true)
    public Table<BreakGlassView> export(@RestQuery @Nullable UUID team, @RestQuery boolean unreviewed) {
        List<Found> found = glasses.page(caller.subject(), team, unreviewed, LAST, MOST_IN_A_FILE);
        open.seen(Reader.of(caller), found);
        return COLUMNS.table("break-glass", found.stream().map(Found::view));
    }

    @GET
    @Path("break-glass/{id}")
    @Operation(
            operationId = "getBreakGlass",
            summary = "That somebody broke the glass, for those who review it and for whoever did it")
    @APIResponse(
            responseCode = "200",
            description = "Who, when and why. ETag is what a change asks for in If-Match.",
            content = @Content(schema = @Schema(implementation = BreakGlassView.class)))
    public Response get(@RestPath UUID id) {
        return open.see(Reader.of(caller), id).answer();
    }

    @PUT
    @Path("break-glass/{id}/review")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
    @Operation(operationId = "reviewBreakGlass", summary = "Say whether breaking the glass was justified, once")
    @APIResponse(
            responseCode = "200",
            description = "The case, reviewed",
            content = @Content(schema = @Schema(implementation = BreakGlassView.class)))
    public Response review(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid BreakGlassReviewRequest request) {
        return open.review(Reader.of(caller), id, ifMatch, request).answer();
    }

    private static @Nullable String verdict(BreakGlassView glass) {
        BreakGlassView.Review review = glass.review();
        return review == null ? null : review.verdict();
    }
}
