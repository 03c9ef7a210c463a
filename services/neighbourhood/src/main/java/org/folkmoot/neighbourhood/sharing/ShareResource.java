package org.folkmoot.neighbourhood.sharing;

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
import org.folkmoot.http.Result;
import org.folkmoot.http.Table;
import org.folkmoot.neighbourhood.Made;
import org.folkmoot.neighbourhood.access.Reader;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Decisions to share, over HTTP. */
@Path("/")
@RolesAllowed({Roles.PRACTICE_VOTER, Roles.PCN_CLINICAL_DIRECTOR, Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sharing", description = "With which organisations a person's record is shared.")
@APIResponse(
        responseCode = "default",
        description = "A refusal or a failure, RFC 9457.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class ShareResource {

    private static final Table.Columns<ShareView> COLUMNS = Table.<ShareView>columns()
            .text("Organisation", ShareView::organisation)
            .text("What", share -> String.join(", ", share.what()))
            .text("Why", ShareView::why)
            .text("Basis", ShareView::basis)
            .date("Until", ShareView::until)
            .text("State", ShareView::state)
            .text("Toolkit now", ShareView::dspt)
            .text("Decided by", ShareView::decidedBy)
            .text("Id", share -> share.id().toString());

    private static final int MOST_IN_A_FILE = 10_000;
    private static final UUID LAST = new UUID(-1, -1);

    private final CareRecords records;
    private final Shares shares;
    private final DecideShares decide;
    private final Caller caller;

    ShareResource(CareRecords records, Shares shares, DecideShares decide, Caller caller) {
        this.records = records;
        this.shares = shares;
        this.decide = decide;
        this.caller = caller;
    }

    @POST
    @Path("referrals/{referral}/shares")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
    @Idempotent
    @Operation(
            operationId = "decideShare",
            summary = "Share a person's record with an organisation until a day",
            description = "With one that meets the standards of the Data Security and Protection Toolkit.")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponse(
            responseCode = "201",
            description = "The decision's id",
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response share(@RestPath UUID referral, @NotNull @Valid ShareRequest request) {
        return decide.share(Reader.of(caller), referral, request)
                .map(Made::new)
                .created(made -> "/referrals/" + referral + "/shares/" + made.id());
    }

    @GET
    @Path("referrals/{referral}/shares")
    @Transactional
    @Operation(
            operationId = "listShares",
            summary = "With whom a person's record is or was shared, the newest decision first",
            description = "All of the person, under whichever referral they were decided.")
    public Page<ShareView> list(
            @RestPath UUID referral,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        return Page.of(
                rows(referral, cursor == null ? LAST : cursor.id(0), limit + 1),
                limit,
                last -> Cursor.after(last.id()));
    }

    @GET
    @Path("referrals/{referral}/shares")
    @Produces({Table.CSV + ";qs=0.5", Table.XLSX + ";qs=0.4"})
    @Transactional
    @Operation(hidden = true)
    public Table<ShareView> export(@RestPath UUID referral) {
        return COLUMNS.table("shares", rows(referral, LAST, MOST_IN_A_FILE).stream());
    }

    @GET
    @Path("referrals/{referral}/shares/{id}")
    @Transactional
    @Operation(operationId = "getShare", summary = "A decision to share")
    @APIResponse(
            responseCode = "200",
            description = "The decision. ETag is what a change asks for in If-Match.",
            content = @Content(schema = @Schema(implementation = ShareView.class)))
    public Response get(@RestPath UUID referral, @RestPath UUID id) {
        return records.<ShareView>read(
                        Reader.of(caller),
                        referral,
                        Part.SHARES,
                        opened -> shares.one(opened, id, false)
                                .<Result<ShareView>>map(found -> found)
                                .orElseGet(Result::absent))
                .answer();
    }

    @PUT
    @Path("referrals/{referral}/shares/{id}/revocation")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
    @Operation(operationId = "revokeShare", summary = "Share nothing more with that organisation by this decision")
    @APIResponse(
            responseCode = "200",
            description = "The decision, revoked",
            content = @Content(schema = @Schema(implementation = ShareView.class)))
    public Response revoke(
            @RestPath UUID referral,
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid RevocationRequest request) {
        return decide.revoke(
                        Reader.of(caller),
                        referral,
                        id,
                        ifMatch,
                        request.reason().strip())
                .answer();
    }

    private List<ShareView> rows(UUID referral, UUID before, int most) {
        return records.rows(Reader.of(caller), referral, Part.SHARES, opened -> shares.page(opened, before, most));
    }
}
