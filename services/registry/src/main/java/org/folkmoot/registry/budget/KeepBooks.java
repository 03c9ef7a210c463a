package org.folkmoot.registry.budget;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Optional;
import org.folkmoot.events.Chronicle;
import org.folkmoot.http.EntityTag;
import org.folkmoot.http.Result;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.registry.body.Organisations;
import org.folkmoot.registry.ics.Reach;
import org.folkmoot.tenancy.Roles;
import org.jspecify.annotations.Nullable;

/** Budgets are set and set anew, spending is recorded and put right. */
@ApplicationScoped
class KeepBooks {

    private final Budgets budgets;
    private final Spends spends;
    private final Organisations organisations;
    private final Reach reach;
    private final Chronicle chronicle;
    private final Clock clock;

    KeepBooks(
            Budgets budgets,
            Spends spends,
            Organisations organisations,
            Reach reach,
            Chronicle chronicle,
            Clock clock) {
        this.budgets = budgets;
        this.spends = spends;
        this.organisations = organisations;
        this.reach = reach;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    @Transactional
    Result<BudgetView> set(OdsCode practice, FinancialYear year, BudgetTerms terms) {
        Optional<Problem> refusal = refusal(practice).or(terms::objection);
        if (refusal.isPresent()) {
            return new Result.Refused<>(refusal.get());
        }
        if (!budgets.add(practice, year, 1, terms)) {
            return Result.refused(CommonProblem.CONFLICT, "The budget of " + year + " is set; set it anew.");
        }
        return done(practice, year, "set", terms);
    }

    @Transactional
    Result<BudgetView> setAnew(OdsCode practice, FinancialYear year, @Nullable String ifMatch, BudgetTerms terms) {
        Optional<Problem> refusal = refusal(practice).or(terms::objection);
        if (refusal.isPresent()) {
            return new Result.Refused<>(refusal.get());
        }
        Optional<BudgetView> seen = budgets.find(practice, year);
        if (seen.isEmpty()) {
            return Result.absent();
        }
        int number = seen.get().number();
        Optional<Problem> notAsSeen = EntityTag.of(number).refusal(ifMatch);
        if (notAsSeen.isPresent()) {
            return new Result.Refused<>(notAsSeen.get());
        }
        if (!budgets.add(practice, year, number + 1, terms)) {
            return Result.refused(CommonProblem.PRECONDITION_FAILED, "Somebody else set it anew at the same moment.");
        }
        return done(practice, year, "set.anew", terms);
    }

    @Transactional
    Result<SpendView> record(OdsCode practice, YearMonth month, SpendTerms spend) {
        Optional<Problem> refusal = refusal(practice);
        if (refusal.isPresent()) {
            return new Result.Refused<>(refusal.get());
        }
        if (month.isAfter(YearMonth.from(LondonTime.today(clock)))) {
            return new Result.Refused<>(
                    Problem.of(CommonProblem.INVALID_REQUEST).withError("#/month", "must not be after this month"));
        }
        if (!spends.add(practice, month, 1, spend)) {
            return Result.refused(CommonProblem.CONFLICT, "The spending of " + month + " is recorded; put it right.");
        }
        return done(practice, month, "recorded", spend);
    }

    @Transactional
    Result<SpendView> putRight(OdsCode practice, YearMonth month, @Nullable String ifMatch, SpendTerms spend) {
        Optional<Problem> refusal = refusal(practice);
        if (refusal.isPresent()) {
            return new Result.Refused<>(refusal.get());
        }
        Optional<SpendView> seen = spends.find(practice, month);
        if (seen.isEmpty()) {
            return Result.absent();
        }
        int number = seen.get().number();
        Optional<Problem> notAsSeen = EntityTag.of(number).refusal(ifMatch);
        if (notAsSeen.isPresent()) {
            return new Result.Refused<>(notAsSeen.get());
        }
        if (!spends.add(practice, month, number + 1, spend)) {
            return Result.refused(CommonProblem.PRECONDITION_FAILED, "Somebody else put it right at the same moment.");
        }
        return done(practice, month, "corrected", spend);
    }

    private Optional<Problem> refusal(OdsCode practice) {
        return reach.refusal(practice, Roles.ICS_ADMIN).or(() -> organisations.notAPractice(practice.code()));
    }

    private Result<BudgetView> done(OdsCode practice, FinancialYear year, String verb, BudgetTerms terms) {
        chronicle.wrote(
                verb, "practice-budget", practice + "/" + year, terms.reason().strip());
        BudgetView budget = budgets.find(practice, year).orElseThrow();
        return new Result.Done<>(budget, budget.number());
    }

    private Result<SpendView> done(OdsCode practice, YearMonth month, String verb, SpendTerms terms) {
        chronicle.wrote(
                verb, "practice-spend", practice + "/" + month, terms.source().strip());
        SpendView spend = spends.find(practice, month).orElseThrow();
        return new Result.Done<>(spend, spend.number());
    }
}
