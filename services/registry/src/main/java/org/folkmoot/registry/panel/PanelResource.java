package org.folkmoot.registry.panel;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.http.Cursor;
import org.folkmoot.http.Page;
import org.folkmoot.http.Table;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.problem.ProblemException;
import org.folkmoot.registry.calendar.InCalendar;
import org.folkmoot.registry.money.Pounds;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The evaluation panel, over HTTP. */
@Path("/")
@RolesAllowed({Roles.LMC_EXECUTIVE, Roles.ICS_ADMIN})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Evaluation panel", description = "Practices by month, before and after a change of model.")
class PanelResource {

    private static final String MONTH = "(19|20)[0-9]{2}-(0[1-9]|1[0-2])";
    private static final int USUAL_MONTHS = 24;
    private static final int MOST_MONTHS = 240;
    private static final int YEARS_OF_CHANGES = 2;

    private static final Table.Columns<PanelRow> ROWS = Table.<PanelRow>columns()
            .text("Practice", PanelRow::practice)
            .text("Name", PanelRow::name)
            .text("Month", PanelRow::month)
            .text("Operating model", PanelRow::model)
            .integer("Months since change of model", PanelRow::monthsSinceChange)
            .integer("Months to change of model", PanelRow::monthsToChange)
            .integer("List size", PanelRow::listSize)
            .money("Budget (pounds)", row -> pounds(row.budgetPence()))
            .money("Spent (pounds)", row -> pounds(row.spendPence()))
            .money("Budget variance (pounds)", row -> pounds(row.variancePence()))
            .integer("Referrals", PanelRow::referrals)
            .integer("Assessed within 28 days", PanelRow::assessedWithin28Days)
            .integer("Ballots", PanelRow::ballots)
            .integer("Ballots voted in", PanelRow::ballotsVoted);

    private static final Table.Columns<ChangeEffect> CHANGES = Table.<ChangeEffect>columns()
            .text("Practice", ChangeEffect::practice)
            .text("Name", ChangeEffect::name)
            .date("On", ChangeEffect::on)
            .text("From", ChangeEffect::from)
            .text("To", ChangeEffect::to)
            .integer("Months before", change -> change.before().months())
            .integer("First list before", change -> change.before().firstList())
            .integer("Last list before", change -> change.before().lastList())
            .money("Variance before (pounds)", change -> pounds(change.before().variancePence()))
            .integer("Referrals before", change -> change.before().referrals())
            .integer("Months of referrals before", change -> change.before().referralMonths())
            .integer("Months after", change -> change.after().months())
            .integer("First list after", change -> change.after().firstList())
            .integer("Last list after", change -> change.after().lastList())
            .money("Variance after (pounds)", change -> pounds(change.after().variancePence()))
            .integer("Referrals after", change -> change.after().referrals())
            .integer("Months of referrals after", change -> change.after().referralMonths());

    private final Panel panel;
    private final Clock clock;

    PanelResource(Panel panel, Clock clock) {
        this.panel = panel;
        this.clock = clock;
    }

    @GET
    @Path("panel")
    @Transactional
    @Operation(
            operationId = "getPanel",
            summary = "Practices by month",
            description = "Without from and until, the last 24 months.")
    public Page<PanelRow> panel(
            @Parameter(description = "The first month.") @RestQuery @Pattern(regexp = MONTH) @Nullable String from,
            @Parameter(description = "The last month.") @RestQuery @Pattern(regexp = MONTH) @Nullable String until,
            @RestQuery @Nullable OdsCode practice,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        return Page.of(
                rows(
                        from,
                        until,
                        practice,
                        cursor == null ? null : cursor.text(0),
                        cursor == null ? null : cursor.date(1),
                        limit + 1),
                limit,
                row -> Cursor.after(row.practice(), YearMonth.parse(row.month()).atDay(1)));
    }

    @GET
    @Path("panel")
    @Produces({Table.CSV + ";qs=0.5", Table.XLSX + ";qs=0.4"})
    @Transactional
    @Operation(hidden = true)
    public Table<PanelRow> export(
            @RestQuery @Pattern(regexp = MONTH) @Nullable String from,
            @RestQuery @Pattern(regexp = MONTH) @Nullable String until,
            @RestQuery @Nullable OdsCode practice) {
        return ROWS.table("panel", rows(from, until, practice, null, null, Integer.MAX_VALUE).stream());
    }

    @GET
    @Path("panel/changes")
    @Transactional
    @Operation(
            operationId = "getPanelChanges",
            summary = "Which practices changed their model, and what happened before and after",
            description = "Without since, the two years before until.")
    public Page<ChangeEffect> changes(
            @Parameter(description = "The first day.") @RestQuery @InCalendar @Nullable LocalDate since,
            @Parameter(description = "The last day; without it today.") @RestQuery @InCalendar @Nullable
                    LocalDate until,
            @Parameter(description = "How many months before and after.")
                    @RestQuery
                    @DefaultValue("24")
                    @Min(1)
                    @Max(MOST_MONTHS)
                    int months) {
        return new Page<>(effects(since, until, months), null);
    }

    @GET
    @Path("panel/changes")
    @Produces({Table.CSV + ";qs=0.5", Table.XLSX + ";qs=0.4"})
    @Transactional
    @Operation(hidden = true)
    public Table<ChangeEffect> exportChanges(
            @RestQuery @InCalendar @Nullable LocalDate since,
            @RestQuery @InCalendar @Nullable LocalDate until,
            @RestQuery @DefaultValue("24") @Min(1) @Max(MOST_MONTHS) int months) {
        return CHANGES.table("panel-changes", effects(since, until, months).stream());
    }

    private List<PanelRow> rows(
            @Nullable String from,
            @Nullable String until,
            @Nullable OdsCode practice,
            @Nullable String afterPractice,
            @Nullable LocalDate afterMonth,
            int most) {
        YearMonth last = until == null ? YearMonth.from(LondonTime.today(clock)) : YearMonth.parse(until);
        YearMonth first = from == null ? last.minusMonths(USUAL_MONTHS - 1L) : YearMonth.parse(from);
        if (first.isAfter(last)) {
            throw wrong("#query/until", "must not be before from");
        }
        if (first.plusMonths(MOST_MONTHS).compareTo(last) <= 0) {
            throw wrong("#query/from", "must be at most " + MOST_MONTHS + " months before until");
        }
        return panel.page(
                first, last, practice == null ? null : List.of(practice.code()), afterPractice, afterMonth, most);
    }

    private List<ChangeEffect> effects(@Nullable LocalDate since, @Nullable LocalDate until, int months) {
        LocalDate last = until == null ? LondonTime.today(clock) : until;
        return panel.changes(since == null ? last.minusYears(YEARS_OF_CHANGES) : since, last, months);
    }

    private static @Nullable BigDecimal pounds(@Nullable Long pence) {
        return pence == null ? null : Pounds.of(pence);
    }

    private static ProblemException wrong(String pointer, String rule) {
        return new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST).withError(pointer, rule));
    }
}
