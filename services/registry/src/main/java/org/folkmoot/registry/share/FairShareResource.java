package org.folkmoot.registry.share;

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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.http.Cursor;
import org.folkmoot.http.Idempotent;
import org.folkmoot.http.Page;
import org.folkmoot.http.Result;
import org.folkmoot.http.Table;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.registry.money.Pounds;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Fair shares, over HTTP. */
@Path("/")
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
@Tag(name = "Fair shares", description = "An amount is divided over practices by a stated rule.")
class FairShareResource {

    private static final int EXPORTED = 100_000;
    private static final int DECIMALS_OF_WEIGHTS = 6;

    private static final Table.Columns<FairShareSummary> SHARES = Table.<FairShareSummary>columns()
            .text("Title", FairShareSummary::title)
            .money("Amount (pounds)", share -> Pounds.of(share.amountPence()))
            .text("Rule", FairShareSummary::rule)
            .date("Weights as at", FairShareSummary::asAt)
            .integer("Practices", FairShareSummary::practices)
            .text("Reason", FairShareSummary::reason)
            .text("Made by", FairShareSummary::madeBy)
            .date("Made on", share -> LondonTime.dateOf(share.madeAt()));

    private static final Table.Columns<FairShareView.Line> PORTIONS = Table.<FairShareView.Line>columns()
            .text("Practice", FairShareView.Line::practice)
            .text("Name", FairShareView.Line::name)
            .decimal("Weight", DECIMALS_OF_WEIGHTS, FairShareView.Line::weight)
            .text("Fraction of a penny left over", FairShareView.Line::leftOver)
            .bool("Extra penny", FairShareView.Line::extraPenny)
            .money("Amount (pounds)", line -> Pounds.of(line.pence()));

    private final FairShares shares;
    private final MakeFairShare make;

    FairShareResource(FairShares shares, MakeFairShare make) {
        this.shares = shares;
        this.make = make;
    }

    @POST
    @Path("fair-shares")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ICS_ADMIN)
    @Idempotent
    @Operation(operationId = "makeFairShare", summary = "Divide an amount over practices, to the penny")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponseSchema(
            value = FairShareView.class,
            responseCode = "201",
            responseDescription = "Where it went, and why")
    public Response make(@NotNull @Valid FairShareRequest request) {
        return make.make(request).created(made -> "/fair-shares/" + made.id());
    }

    @GET
    @Path("fair-shares")
    @Transactional
    @Operation(operationId = "listFairShares", summary = "Fair shares, the newest first")
    public Page<FairShareSummary> list(
            @Parameter(description = "Only those in which this practice has a portion.") @RestQuery @Nullable
                    OdsCode practice,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        return Page.of(
                shares.page(code(practice), cursor == null ? null : cursor.id(0), limit + 1),
                limit,
                share -> Cursor.after(share.id()));
    }

    @GET
    @Path("fair-shares")
    @Produces({Table.CSV + ";qs=0.5", Table.XLSX + ";qs=0.4"})
    @Transactional
    @Operation(hidden = true)
    public Table<FairShareSummary> exportList(@RestQuery @Nullable OdsCode practice) {
        return SHARES.table("fair-shares", shares.page(code(practice), null, EXPORTED).stream());
    }

    @GET
    @Path("fair-shares/{id}")
    @Transactional
    @Operation(operationId = "getFairShare", summary = "Where the money of a fair share went, and why")
    @APIResponseSchema(
            value = FairShareView.class,
            responseCode = "200",
            responseDescription = "The fair share with its portions; also as CSV and XLSX")
    public Response get(@RestPath UUID id) {
        return Result.found(shares.find(id));
    }

    @GET
    @Path("fair-shares/{id}")
    @Produces({Table.CSV + ";qs=0.5", Table.XLSX + ";qs=0.4"})
    @Transactional
    @Operation(hidden = true)
    public Table<FairShareView.Line> export(@RestPath UUID id) {
        Optional<FairShareView> share = shares.find(id);
        return PORTIONS.table("fair-share", Result.within(share).portions().stream());
    }

    private static @Nullable String code(@Nullable OdsCode code) {
        return code == null ? null : code.code();
    }
}
