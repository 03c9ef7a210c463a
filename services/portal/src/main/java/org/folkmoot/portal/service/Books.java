package org.folkmoot.portal.service;

import static org.folkmoot.portal.service.ServiceClient.query;
import static org.folkmoot.portal.service.ServiceClient.segment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.folkmoot.portal.service.Registry.Page;
import org.folkmoot.portal.session.Visit;
import org.jspecify.annotations.Nullable;

/** Budgets, fair shares, and what became of practices that changed their model, as the registry keeps them. */
@ApplicationScoped
public class Books {

    /** Amounts of pence by head. */
    public record Heads(long locumsPence, long substantiveStaffPence, long premisesPence, long otherPence) {}

    /** A budget in a list. */
    public record BudgetSummary(
            String practice,
            @Nullable String practiceName,
            int year,
            long totalPence,
            int months,
            long budgetToDatePence,
            long spendPence,
            long variancePence,
            long locumsVariancePence) {}

    /** A month of a budget. */
    public record Month(
            String month,
            Heads budget,
            @Nullable Heads spend,
            @Nullable Heads variance) {}

    /** The months together whose spending is recorded. */
    public record ToDate(
            int months,
            Heads budget,
            Heads spend,
            Heads variance,
            long budgetPence,
            long spendPence,
            long variancePence) {}

    /** What a budget said before. */
    public record Former(int number, Heads heads, long totalPence, String reason, String setBy, Instant setAt) {}

    /** A practice's budget of a financial year. */
    public record Budget(
            String practice,
            int year,
            long pastIncomePence,
            String pastIncomeSource,
            long adjustmentPence,
            @Nullable String adjustmentReason,
            Heads heads,
            long totalPence,
            String reason,
            String setBy,
            Instant setAt,
            List<Month> months,
            ToDate toDate,
            List<Former> former) {}

    /** What a budget says: past income, more or less the adjustment, is what its heads lay out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record BudgetTerms(
            long pastIncomePence,
            String pastIncomeSource,
            long adjustmentPence,
            @Nullable String adjustmentReason,
            Heads heads,
            String reason) {}

    /** A budget to be set, of the financial year that begins in that one. */
    public record NewBudget(int year, BudgetTerms budget) {}

    /** What a practice spent in a month. */
    public record Spend(
            String practice,
            YearMonth month,
            Heads heads,
            long totalPence,
            String source,
            String recordedBy,
            Instant recordedAt) {}

    /** What was spent, and what shows it. */
    public record SpendTerms(Heads heads, String source) {}

    /** A month's spending to be recorded. */
    public record NewSpend(YearMonth month, SpendTerms spend) {}

    /** A fair share in a list. */
    public record ShareSummary(
            UUID id, String title, long amountPence, String rule, LocalDate asAt, int practices, Instant madeAt) {}

    /** What a practice got in a fair share. */
    public record Portion(
            String practice,
            @Nullable String name,
            BigDecimal weight,
            String leftOver,
            boolean extraPenny,
            long pence) {}

    /** Where an amount went, and why. */
    public record Share(
            UUID id,
            String title,
            long amountPence,
            String rule,
            LocalDate asAt,
            String source,
            String reason,
            BigDecimal totalWeight,
            String madeBy,
            Instant madeAt,
            List<Portion> portions) {}

    /**
     * A practice that is to share an amount.
     *
     * @param weight what it weighs; null where the registered list does
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Claim(String practice, @Nullable BigDecimal weight) {}

    /** An amount to be divided. */
    public record NewShare(
            String title,
            long amountPence,
            String rule,
            LocalDate asAt,
            String source,
            String reason,
            List<Claim> practices) {}

    /** Months on one side of a change, together. */
    public record Span(
            int months,
            @Nullable Integer firstList,
            @Nullable Integer lastList,
            int budgetedMonths,
            @Nullable Long variancePence,
            int referralMonths,
            @Nullable Long referrals) {}

    /** What happened to a practice around a change of its model. */
    public record Effect(String practice, String name, LocalDate on, String from, String to, Span before, Span after) {}

    private final Registry registry;

    Books(Registry registry) {
        this.registry = registry;
    }

    /** A part of the list, by practice and year. */
    public Reply<Page<BudgetSummary>> budgets(Visit visit, @Nullable String year, @Nullable String cursor, int limit) {
        return registry.client()
                .get(visit, "/budgets" + query(parameters("year", year, cursor, limit)), new TypeReference<>() {});
    }

    public Reply<Passage> budgetsTable(Visit visit, @Nullable String year, String type) {
        return registry.client().pass(visit, "/budgets" + query(parameters("year", year, null, null)), type);
    }

    public Reply<Budget> budget(Visit visit, String practice, int year) {
        return registry.client().get(visit, path(practice, "budgets") + "/" + year, new TypeReference<>() {});
    }

    public Reply<Budget> set(Visit visit, String practice, NewBudget budget, UUID key) {
        return registry.client().create(visit, path(practice, "budgets"), budget, key, new TypeReference<>() {});
    }

    public Reply<Budget> setAnew(Visit visit, String practice, int year, BudgetTerms terms, String tag) {
        return registry.client()
                .send(visit, "PUT", path(practice, "budgets") + "/" + year, terms, tag, new TypeReference<>() {});
    }

    public Reply<Spend> spend(Visit visit, String practice, YearMonth month) {
        return registry.client().get(visit, path(practice, "spends") + "/" + month, new TypeReference<>() {});
    }

    public Reply<Spend> record(Visit visit, String practice, NewSpend spend, UUID key) {
        return registry.client().create(visit, path(practice, "spends"), spend, key, new TypeReference<>() {});
    }

    public Reply<Spend> putRight(Visit visit, String practice, YearMonth month, SpendTerms terms, String tag) {
        return registry.client()
                .send(visit, "PUT", path(practice, "spends") + "/" + month, terms, tag, new TypeReference<>() {});
    }

    /** A part of the list, the newest first. */
    public Reply<Page<ShareSummary>> shares(
            Visit visit, @Nullable String practice, @Nullable String cursor, int limit) {
        return registry.client()
                .get(
                        visit,
                        "/fair-shares" + query(parameters("practice", practice, cursor, limit)),
                        new TypeReference<>() {});
    }

    public Reply<Passage> sharesTable(Visit visit, @Nullable String practice, String type) {
        return registry.client()
                .pass(visit, "/fair-shares" + query(parameters("practice", practice, null, null)), type);
    }

    public Reply<Share> share(Visit visit, UUID id) {
        return registry.client().get(visit, "/fair-shares/" + id, new TypeReference<>() {});
    }

    public Reply<Share> divide(Visit visit, NewShare share, UUID key) {
        return registry.client().create(visit, "/fair-shares", share, key, new TypeReference<>() {});
    }

    public Reply<Passage> shareTable(Visit visit, UUID id, String type) {
        return registry.client().pass(visit, "/fair-shares/" + id, type);
    }

    /** Who changed within the last two years, and 24 months before and after each change. */
    public Reply<Page<Effect>> effects(Visit visit) {
        return registry.client().get(visit, "/panel/changes", new TypeReference<>() {});
    }

    public Reply<Passage> effectsTable(Visit visit, String type) {
        return registry.client().pass(visit, "/panel/changes", type);
    }

    /** The whole panel of the last two years, to take away. */
    public Reply<Passage> panelTable(Visit visit, String type) {
        return registry.client().pass(visit, "/panel", type);
    }

    private static String path(String practice, String books) {
        return "/practices/" + segment(practice) + "/" + books;
    }

    private static Map<String, @Nullable Object> parameters(
            String filter, @Nullable String value, @Nullable String cursor, @Nullable Integer limit) {
        var parameters = new LinkedHashMap<String, @Nullable Object>();
        parameters.put(filter, value);
        parameters.put("cursor", cursor);
        parameters.put("limit", limit);
        return parameters;
    }
}
