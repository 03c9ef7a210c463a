package org.folkmoot.registry.budget;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.registry.budget.BudgetView.Former;
import org.folkmoot.registry.budget.BudgetView.Month;
import org.folkmoot.registry.budget.BudgetView.ToDate;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** The budgets of the ICS's practices, and how they go. */
@ApplicationScoped
class Budgets {

    private static final String MONTHS = """
            select m.*, s.number, s.locums_pence as spent_locums_pence, s.premises_pence as spent_premises_pence,
                s.substantive_staff_pence as spent_substantive_staff_pence, s.other_pence as spent_other_pence
            from budget_month m
            left join spend_in_force s on s.tenant_id = m.tenant_id and s.practice = m.practice and s.month = m.month
            where m.practice = ? and m.year = ? order by m.month
            """;

    private static final String PAGE = """
            select b.practice, o.name, b.year,
                b.locums_pence + b.substantive_staff_pence + b.premises_pence + b.other_pence as total_pence,
                t.months, t.budget_pence, t.spend_pence, t.locums_variance_pence
            from budget_in_force b
            left join organisation o on o.code = b.practice and o.valid_from <= ? and o.valid_to > ?
            cross join lateral (
                select count(*) as months,
                    coalesce(sum(m.locums_pence + m.substantive_staff_pence + m.premises_pence + m.other_pence), 0)
                        as budget_pence,
                    coalesce(sum(s.locums_pence + s.substantive_staff_pence + s.premises_pence + s.other_pence), 0)
                        as spend_pence,
                    coalesce(sum(s.locums_pence - m.locums_pence), 0) as locums_variance_pence
                from budget_month m
                join spend_in_force s on s.tenant_id = m.tenant_id and s.practice = m.practice and s.month = m.month
                where m.tenant_id = b.tenant_id and m.practice = b.practice and m.year = b.year) t
            where (? or b.practice = any (?)) and (? ::text is null or b.practice = ?) and (? ::integer is null or b.year = ?)
              and (b.practice, b.year) > (coalesce(?, ''), coalesce(?, 0))
            order by b.practice, b.year limit ?
            """;

    private final Sql sql;
    private final Caller caller;
    private final Clock clock;

    Budgets(Sql sql, Caller caller, Clock clock) {
        this.sql = sql;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * By practice and year.
     *
     * @param all whether of every practice, or only of {@code own}
     */
    List<BudgetSummary> page(
            boolean all,
            List<String> own,
            @Nullable String practice,
            @Nullable Integer year,
            @Nullable String afterPractice,
            @Nullable Long afterYear,
            int most) {
        LocalDate today = LondonTime.today(clock);
        return sql.list(
                Budgets::summary,
                PAGE,
                today,
                today,
                all,
                own,
                practice,
                practice,
                year,
                year,
                afterPractice,
                afterYear,
                most);
    }

    Optional<BudgetView> find(OdsCode practice, FinancialYear year) {
        List<Month> months = months(practice, year);
        List<Former> former = former(practice, year);
        return sql.first(
                row -> new BudgetView(
                        practice.code(),
                        year.year(),
                        row.getInt("number"),
                        row.getLong("past_income_pence"),
                        row.getString("past_income_source"),
                        row.getLong("adjustment_pence"),
                        row.getString("adjustment_reason"),
                        Heads.of(row, ""),
                        Heads.of(row, "").total(),
                        row.getString("reason"),
                        row.getString("recorded_name"),
                        Sql.instant(row, "recorded_at"),
                        months,
                        ToDate.of(months),
                        former),
                "select * from budget_in_force where practice = ? and year = ?",
                practice.code(),
                year.year());
    }

    /** Adds the budget with this number; false if there is one with it already. */
    boolean add(OdsCode practice, FinancialYear year, int number, BudgetTerms terms) {
        Heads heads = terms.heads();
        String adjustmentReason = terms.adjustmentReason();
        return sql.change(
                        """
                        insert into practice_budget (tenant_id, practice, year, number, past_income_pence, past_income_source,
                            adjustment_pence, adjustment_reason, locums_pence, substantive_staff_pence, premises_pence,
                            other_pence, reason, recorded_by, recorded_name, recorded_at)
                        values (folkmoot.current_tenant(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """,
                        practice.code(),
                        year.year(),
                        number,
                        terms.pastIncomePence(),
                        terms.pastIncomeSource().strip(),
                        terms.adjustmentPence(),
                        adjustmentReason == null ? null : adjustmentReason.strip(),
                        heads.locumsPence(),
                        heads.substantiveStaffPence(),
                        heads.premisesPence(),
                        heads.otherPence(),
                        terms.reason().strip(),
                        caller.subject(),
                        caller.name(),
                        clock.instant())
                == 1;
    }

    private List<Month> months(OdsCode practice, FinancialYear year) {
        return sql.list(
                row -> Month.of(
                        YearMonth.from(row.getObject("month", LocalDate.class)).toString(),
                        Heads.of(row, ""),
                        row.getObject("number") == null ? null : Heads.of(row, "spent_")),
                MONTHS,
                practice.code(),
                year.year());
    }

    private List<Former> former(OdsCode practice, FinancialYear year) {
        return sql.list(
                row -> new Former(
                        row.getInt("number"),
                        Heads.of(row, ""),
                        Heads.of(row, "").total(),
                        row.getString("reason"),
                        row.getString("recorded_name"),
                        Sql.instant(row, "recorded_at")),
                "select * from practice_budget where practice = ? and year = ? order by number desc offset 1",
                practice.code(),
                year.year());
    }

    private static BudgetSummary summary(ResultSet row) throws SQLException {
        long budget = row.getLong("budget_pence");
        long spend = row.getLong("spend_pence");
        return new BudgetSummary(
                row.getString("practice"),
                row.getString("name"),
                row.getInt("year"),
                row.getLong("total_pence"),
                row.getInt("months"),
                budget,
                spend,
                spend - budget,
                row.getLong("locums_variance_pence"));
    }
}
