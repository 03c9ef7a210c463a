package org.folkmoot.executive.representation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.folkmoot.events.Chronicle;
import org.folkmoot.executive.ExecutiveProblem;
import org.folkmoot.http.EntityTag;
import org.folkmoot.http.Result;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.DatabaseClock;
import org.folkmoot.tenancy.Person;
import org.jspecify.annotations.Nullable;

/** Sittings are cancelled, prepared by a brief, and reported back. */
@ApplicationScoped
class ChangeSitting {

    private final Sittings sittings;
    private final Representatives representatives;
    private final ReadSittings read;
    private final Chronicle chronicle;
    private final DatabaseClock time;

    ChangeSitting(
            Sittings sittings,
            Representatives representatives,
            ReadSittings read,
            Chronicle chronicle,
            DatabaseClock time) {
        this.sittings = sittings;
        this.representatives = representatives;
        this.read = read;
        this.chronicle = chronicle;
        this.time = time;
    }

    @Transactional
    Result<SittingView> cancel(UUID id, @Nullable String ifMatch, String reason) {
        return change(id, ifMatch, (sitting, now) -> {
            if (sitting.isCancelled() || sitting.isReported()) {
                return notInState("A sitting is cancelled once, and not when there is a report of it.");
            }
            sitting.cancel(reason, now);
            chronicle.wrote("cancelled", "sitting", id, reason);
            return done(sitting);
        });
    }

    /** Writes the brief, or its next version, while the sitting is ahead. */
    @Transactional
    Result<SittingView> brief(UUID id, @Nullable String ifMatch, BriefRequest request, Person by) {
        return change(id, ifMatch, (sitting, now) -> {
            if (sitting.isCancelled() || !now.isBefore(sitting.startsAt())) {
                return notInState("A brief is written before the sitting begins.");
            }
            sittings.write(sitting, request, by, now);
            chronicle.wrote("briefed", "sitting", id, null);
            return done(sitting);
        });
    }

    /** @param office whether the person may report for others */
    @Transactional
    Result<SittingView> report(UUID id, @Nullable String ifMatch, ReportRequest request, Person by, boolean office) {
        return change(id, ifMatch, (sitting, now) -> {
            List<Representative> named = representatives.of(List.of(sitting.meetingId())).stream()
                    .filter(each -> each.sitsAt(sitting.startsAt()))
                    .toList();
            if (!office && named.stream().noneMatch(each -> each.is(by.subject()))) {
                return Result.refused(CommonProblem.FORBIDDEN, "Whoever sat there or the office reports back.");
            }
            SittingState state = SittingState.of(
                    sitting.startsAt(), sitting.isCancelled(), !named.isEmpty(), sitting.isReported(), now);
            if (state != SittingState.REPORT_DUE && state != SittingState.REPORT_OVERDUE) {
                return notInState(
                        "A report is filed once, of a sitting that has begun and for which somebody was named;"
                                + " this one is " + state.slug() + ".");
            }
            sitting.report(request, by, now);
            chronicle.wrote("reported", "sitting", id, null);
            LocalDate due = SittingState.reportDue(sitting.startsAt());
            chronicle.announce(
                    "report-back",
                    id.toString(),
                    "filed",
                    new ReportBackFiled(
                            id,
                            sitting.groupId(),
                            sitting.meetingId(),
                            sitting.startsAt(),
                            due,
                            LondonTime.dateOf(now).isAfter(due)),
                    now);
            return done(sitting);
        });
    }

    private Result<SittingView> change(
            UUID id, @Nullable String ifMatch, BiFunction<Sitting, Instant, Result<SittingView>> change) {
        Optional<Sitting> held = sittings.held(id);
        if (held.isEmpty()) {
            return Result.absent();
        }
        Optional<Problem> refusal = EntityTag.of(held.get().version()).refusal(ifMatch);
        return refusal.isPresent() ? new Result.Refused<>(refusal.get()) : change.apply(held.get(), time.now());
    }

    private Result<SittingView> done(Sitting sitting) {
        sittings.flush();
        return new Result.Done<>(read.view(sitting, true), sitting.version());
    }

    private static Result<SittingView> notInState(String rule) {
        return Result.refused(ExecutiveProblem.SITTING_NOT_IN_STATE, rule);
    }
}
