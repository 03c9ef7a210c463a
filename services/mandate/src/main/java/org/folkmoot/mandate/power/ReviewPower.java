package org.folkmoot.mandate.power;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.events.Chronicle;
import org.folkmoot.events.Uuid7;
import org.folkmoot.http.Result;
import org.folkmoot.mandate.MandateProblem;
import org.folkmoot.mandate.group.Proposal;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.DatabaseClock;
import org.folkmoot.tenancy.Person;
import org.jspecify.annotations.Nullable;

/** Powers are reviewed: what one person says came of it, another confirms, for the next review comes later by it. */
@ApplicationScoped
class ReviewPower {

    private final Powers powers;
    private final PowerUses uses;
    private final Chronicle chronicle;
    private final DatabaseClock time;

    ReviewPower(Powers powers, PowerUses uses, Chronicle chronicle, DatabaseClock time) {
        this.powers = powers;
        this.uses = uses;
        this.chronicle = chronicle;
        this.time = time;
    }

    @Transactional
    Result<PowerView> propose(UUID id, @Nullable String ifMatch, ReviewRequest request, Person proposer) {
        Instant now = time.now();
        Power power = powers.findById(id);
        Optional<Problem> refusal = ChangePower.refusal(power, ifMatch);
        if (refusal.isPresent()) {
            return new Result.Refused<>(refusal.get());
        }
        PowerHistory history = powers.history(id);
        if (history.isOpen() || !powers.state(power, history, now).isReviewed()) {
            return Result.refused(
                    MandateProblem.POWER_NOT_IN_STATE,
                    "A power in force or suspended is reviewed, while nothing else waits for a second person.");
        }
        PowerVersion holding = history.holding(now).orElseThrow();
        if (!request.nextReview().isAfter(LondonTime.dateOf(now))
                || request.nextReview().isAfter(holding.terms().until())) {
            return new Result.Refused<>(Problem.of(CommonProblem.INVALID_REQUEST)
                    .withError(
                            "#/nextReview",
                            "must be after today, and no later than the power's last day, "
                                    + holding.terms().until()));
        }
        powers.touch(power);
        powers.add(new PowerReview(
                Uuid7.next(),
                id,
                history.reviews().size() + 1,
                holding.number(),
                request,
                uses.of(id),
                new Proposal(proposer, now)));
        powers.flush();
        chronicle.wrote("proposed", "power", id, "review, " + request.outcome() + ": " + request.reason());
        return new Result.Done<>(powers.view(power, now), power.version());
    }

    @Transactional
    Result<PowerView> settle(UUID id, int number, @Nullable String ifMatch, boolean confirmed, Person person) {
        Instant now = time.now();
        Power power = powers.findById(id);
        Optional<Problem> refusal = ChangePower.refusal(power, ifMatch);
        if (refusal.isPresent()) {
            return new Result.Refused<>(refusal.get());
        }
        PowerHistory history = powers.history(id);
        Optional<PowerReview> found = history.reviews().stream()
                .filter(review -> review.number() == number)
                .findFirst();
        if (found.isEmpty()) {
            return Result.absent();
        }
        PowerReview review = found.get();
        if (!review.proposal().isOpen()) {
            return Result.refused(MandateProblem.POWER_NOT_IN_STATE, "It was confirmed or refused before.");
        }
        if (confirmed && !review.proposal().canBeConfirmedBy(person)) {
            return Result.refused(MandateProblem.SECOND_PERSON_NEEDED, "Whoever reviewed a power cannot confirm it.");
        }
        if (confirmed && !powers.state(power, history, now).isReviewed()) {
            return Result.refused(MandateProblem.POWER_NOT_IN_STATE, "The power has ended meanwhile.");
        }
        powers.touch(power);
        review.proposal().settle(confirmed, person, now);
        powers.flush();
        chronicle.wrote(confirmed ? "confirmed" : "refused", "power", id, "review " + number);
        if (confirmed) {
            chronicle.announce("power", id.toString(), "reviewed", review.announced(power), now);
        }
        return new Result.Done<>(powers.view(power, now), power.version());
    }
}
