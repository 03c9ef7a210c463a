package org.folkmoot.registry.backlog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
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
import org.jspecify.annotations.Nullable;

/** A practice reports on a week, and puts its report right. */
@ApplicationScoped
class ReportBacklog {

    private final Backlog backlog;
    private final Organisations organisations;
    private final Reach reach;
    private final Chronicle chronicle;
    private final Clock clock;

    ReportBacklog(Backlog backlog, Organisations organisations, Reach reach, Chronicle chronicle, Clock clock) {
        this.backlog = backlog;
        this.organisations = organisations;
        this.reach = reach;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    @Transactional
    Result<BacklogView> report(OdsCode practice, LocalDate week, BacklogTerms terms) {
        Optional<Problem> refusal = reach.refusal(practice)
                .or(() -> organisations.notAPractice(practice.code()))
                .or(() -> objection(week));
        if (refusal.isPresent()) {
            return new Result.Refused<>(refusal.get());
        }
        if (!backlog.add(practice, week, 1, terms)) {
            return Result.refused(CommonProblem.CONFLICT, "The week is reported; put the return right.");
        }
        return done(practice, week, "reported");
    }

    @Transactional
    Result<BacklogView> putRight(OdsCode practice, LocalDate week, @Nullable String ifMatch, BacklogTerms terms) {
        Optional<Problem> refusal = reach.refusal(practice);
        if (refusal.isPresent()) {
            return new Result.Refused<>(refusal.get());
        }
        Optional<BacklogView> seen = backlog.find(practice, week);
        if (seen.isEmpty()) {
            return Result.absent();
        }
        int number = seen.get().number();
        Optional<Problem> notAsSeen = EntityTag.of(number).refusal(ifMatch);
        if (notAsSeen.isPresent()) {
            return new Result.Refused<>(notAsSeen.get());
        }
        if (!backlog.add(practice, week, number + 1, terms)) {
            return Result.refused(CommonProblem.PRECONDITION_FAILED, "Somebody else put it right at the same moment.");
        }
        return done(practice, week, "corrected");
    }

    private Optional<Problem> objection(LocalDate week) {
        if (week.getDayOfWeek() != DayOfWeek.MONDAY) {
            return wrong("must be a Monday");
        }
        return week.isAfter(LondonTime.today(clock)) ? wrong("must have begun") : Optional.empty();
    }

    private static Optional<Problem> wrong(String rule) {
        return Optional.of(Problem.of(CommonProblem.INVALID_REQUEST).withError("#/week", rule));
    }

    private Result<BacklogView> done(OdsCode practice, LocalDate week, String verb) {
        chronicle.wrote(verb, "backlog-return", practice + "/" + week, null);
        BacklogView made = backlog.find(practice, week).orElseThrow();
        return new Result.Done<>(made, made.number());
    }
}
