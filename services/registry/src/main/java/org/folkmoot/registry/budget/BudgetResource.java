package org.folkmoot.registry.budget;

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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
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
import org.folkmoot.problem.Problem;
import org.folkmoot.registry.ics.Reach;
import org.folkmoot.registry.money.Pounds;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Budgets and spending, over HTTP. */
@Path("/")
@RolesAllowed({Roles.PRACTICE_VOTER, Roles.LMC_EXECUTIVE, Roles.ICS_ADMIN})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Budgets", description = "What practices may spend, and what they spent.")
class BudgetResource {

    private static final String[] READ_ALL = {Roles.LMC_EXECUTIVE, Roles.ICS_ADMIN};
    private static final int EXPORTED = 100_000;

    private static final Table.Columns<BudgetSummary> BUDGETS = Table.<BudgetSummary>columns()
            .text("Practice", BudgetSummary::practice)
            .text("Name", BudgetSummary::practiceName)
            .text("Year", budget -> new FinancialYear(budget.year()).toString())
            .money("Budget (pounds)", budget -> Pounds.of(budget.totalPence()))
            .integer("Months recorded", BudgetSummary::months)
            .money("Budget of these months (pounds)", budget -> Pounds.of(budget.budgetToDatePence()))
            .money("Spent in them (pounds)", budget -> Pounds.of(budget.spendPence()))
            .money("Variance (pounds)", budget -> Pounds.of(budget.variancePence()))
            .money("Variance of locums (pounds)", budget -> Pounds.of(budget.locumsVariancePence()));

    private static final Table.Columns<SpendView> SPENDS = Table.<SpendView>columns()
            .text("Practice", SpendView::practice)
            .text("Month", SpendView::month)
            .money("Locums (pounds)", spend -> Pounds.of(spend.heads().locumsPence()))
            .money(
                    "Substantive staff (pounds)",
                    spend -> Pounds.of(spend.heads().substantiveStaffPence()))
            .money("Premises (pounds)", spend -> Pounds.of(spend.heads().premisesPence()))
            .money("Other (pounds)", spend -> Pounds.of(spend.heads().otherPence()))
            .money("Together (pounds)", spend -> Pounds.of(spend.totalPence()))
            .text("Source", SpendView::source)
            .date("Recorded on", spend -> LondonTime.dateOf(spend.recordedAt()));

    private final Budgets budgets;
    private final Spends spends;
    private final KeepBooks keep;
    private final Reach reach;

    BudgetResource(Budgets budgets, Spends spends, KeepBooks keep, Reach reach) {
        this.budgets = budgets;
        this.spends = spends;
        this.keep = keep;
        this.reach = reach;
    }

    @POST
    @Path("practices/{code}/budgets")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PRACTICE_VOTER, Roles.ICS_ADMIN})
    @Idempotent
    @Operation(operationId = "setBudget", summary = "Set a practice's budget of a financial year")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponseSchema(value = BudgetView.class, responseCode = "201", responseDescription = "The budget")
    public Response set(@RestPath OdsCode code, @NotNull @Valid BudgetRequest request) {
        return keep.set(code, new FinancialYear(request.year()), request.budget())
                .created(made -> "/practices/" + code + "/budgets/" + request.year());
    }

    @PUT
    @Path("practices/{code}/budgets/{year}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PRACTICE_VOTER, Roles.ICS_ADMIN})
    @Operation(operationId = "setBudgetAnew", summary = "Set a budget anew; what it said before stays on record")
    @APIResponseSchema(value = BudgetView.class, responseCode = "200", responseDescription = "The budget")
    public Response setAnew(
            @RestPath OdsCode code,
            @RestPath @Min(FinancialYear.FIRST) @Max(FinancialYear.LAST) int year,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid BudgetTerms terms) {
        return keep.setAnew(code, new FinancialYear(year), ifMatch, terms).answer();
    }

    @GET
    @Path("practices/{code}/budgets/{year}")
    @Transactional
    @Operation(operationId = "getBudget", summary = "A budget with its months, what was spent and the variance")
    @APIResponseSchema(
            value = BudgetView.class,
            responseCode = "200",
            responseDescription = "The budget. ETag is what setting it anew asks for in If-Match.")
    public Response get(@RestPath OdsCode code, @RestPath @Min(FinancialYear.FIRST) @Max(FinancialYear.LAST) int year) {
        return reach.refusal(code, READ_ALL)
                .map(Problem::toResponse)
                .orElseGet(() -> Result.tagged(budgets.find(code, new FinancialYear(year))
                        .map(budget -> new Result.Done<>(budget, budget.number()))));
    }

    @GET
    @Path("budgets")
    @Transactional
    @Operation(operationId = "listBudgets", summary = "Budgets with their variance, by practice and year")
    public Page<BudgetSummary> list(
            @RestQuery @Nullable OdsCode practice,
            @RestQuery @Min(FinancialYear.FIRST) @Max(FinancialYear.LAST) @Nullable Integer year,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        return Page.of(
                budgets.page(
                        reach.isEverywhere(READ_ALL),
                        reach.own(),
                        code(practice),
                        year,
                        cursor == null ? null : cursor.text(0),
                        cursor == null ? null : cursor.number(1),
                        limit + 1),
                limit,
                budget -> Cursor.after(budget.practice(), budget.year()));
    }

    @GET
    @Path("budgets")
    @Produces({Table.CSV + ";qs=0.5", Table.XLSX + ";qs=0.4"})
    @Transactional
    @Operation(hidden = true)
    public Table<BudgetSummary> exportBudgets(
            @RestQuery @Nullable OdsCode practice,
            @RestQuery @Min(FinancialYear.FIRST) @Max(FinancialYear.LAST) @Nullable Integer year) {
        List<BudgetSummary> rows =
                budgets.page(reach.isEverywhere(READ_ALL), reach.own(), code(practice), year, null, null, EXPORTED);
        return BUDGETS.table("budgets", rows.stream());
    }

    @POST
    @Path("practices/{code}/spends")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PRACTICE_VOTER, Roles.ICS_ADMIN})
    @Idempotent
    @Operation(operationId = "recordSpend", summary = "Record what a practice spent in a month")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponseSchema(value = SpendView.class, responseCode = "201", responseDescription = "What was spent")
    public Response record(@RestPath OdsCode code, @NotNull @Valid SpendRequest request) {
        return keep.record(code, YearMonth.parse(request.month()), request.spend())
                .created(made -> "/practices/" + code + "/spends/" + request.month());
    }

    @PUT
    @Path("practices/{code}/spends/{month}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PRACTICE_VOTER, Roles.ICS_ADMIN})
    @Operation(operationId = "correctSpend", summary = "Put right what was spent; what was recorded before stays")
    @APIResponseSchema(value = SpendView.class, responseCode = "200", responseDescription = "What was spent")
    public Response putRight(
            @RestPath OdsCode code,
            @RestPath @Pattern(regexp = Spends.MONTH) String month,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid SpendTerms spend) {
        return keep.putRight(code, YearMonth.parse(month), ifMatch, spend).answer();
    }

    @GET
    @Path("practices/{code}/spends/{month}")
    @Transactional
    @Operation(operationId = "getSpend", summary = "What a practice spent in a month")
    @APIResponseSchema(
            value = SpendView.class,
            responseCode = "200",
            responseDescription = "What was spent. ETag is what putting it right asks for in If-Match.")
    public Response spend(@RestPath OdsCode code, @RestPath @Pattern(regexp = Spends.MONTH) String month) {
        Optional<Problem> refusal = reach.refusal(code, READ_ALL);
        return refusal.map(Problem::toResponse)
                .orElseGet(() -> Result.tagged(spends.find(code, YearMonth.parse(month))
                        .map(spend -> new Result.Done<>(spend, spend.number()))));
    }

    @GET
    @Path("spends")
    @Transactional
    @Operation(operationId = "listSpends", summary = "What practices spent, by practice and month")
    public Page<SpendView> spends(
            @RestQuery @Nullable OdsCode practice,
            @RestQuery @Pattern(regexp = Spends.MONTH) @Nullable String from,
            @RestQuery @Pattern(regexp = Spends.MONTH) @Nullable String until,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        return Page.of(
                spends.page(
                        reach.isEverywhere(READ_ALL),
                        reach.own(),
                        code(practice),
                        firstOf(from),
                        firstOf(until),
                        cursor == null ? null : cursor.text(0),
                        cursor == null ? null : cursor.date(1),
                        limit + 1),
                limit,
                spend -> Cursor.after(
                        spend.practice(), YearMonth.parse(spend.month()).atDay(1)));
    }

    @GET
    @Path("spends")
    @Produces({Table.CSV + ";qs=0.5", Table.XLSX + ";qs=0.4"})
    @Transactional
    @Operation(hidden = true)
    public Table<SpendView> exportSpends(
            @RestQuery @Nullable OdsCode practice,
            @RestQuery @Pattern(regexp = Spends.MONTH) @Nullable String from,
            @RestQuery @Pattern(regexp = Spends.MONTH) @Nullable String until) {
        List<SpendView> rows = spends.page(
                reach.isEverywhere(READ_ALL),
                reach.own(),
                code(practice),
                firstOf(from),
                firstOf(until),
                null,
                null,
                EXPORTED);
        return SPENDS.table("spends", rows.stream());
    }

    private static @Nullable LocalDate firstOf(@Nullable String month) {
        return month == null ? null : YearMonth.parse(month).atDay(1);
    }

    private static @Nullable String code(@Nullable OdsCode code) {
        return code == null ? null : code.code();
    }
}
