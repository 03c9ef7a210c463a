package org.folkmoot.mandate.power;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.folkmoot.events.Chronicle;
import org.folkmoot.events.Uuid7;
import org.folkmoot.http.EntityTag;
import org.folkmoot.http.Result;
import org.folkmoot.mandate.MandateProblem;
import org.folkmoot.mandate.ballot.CarriedBallots;
import org.folkmoot.mandate.group.Proposal;
import org.folkmoot.mandate.mandate.Mandates;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.DatabaseClock;
import org.folkmoot.tenancy.Person;
import org.jspecify.annotations.Nullable;

/** Powers are granted and changed: what one person proposes, another confirms. */
@ApplicationScoped
class ChangePower {

    /** Changes after which somebody may do more than before. */
    private static final Set<String> NEEDING_A_MANDATE = Set.of("granted", "extended", "resumed");

    private final Powers powers;
    private final Mandates mandates;
    private final CarriedBallots ballots;
    private final Chronicle chronicle;
    private final DatabaseClock time;

    ChangePower(Powers powers, Mandates mandates, CarriedBallots ballots, Chronicle chronicle, DatabaseClock time) {
        this.powers = powers;
        this.mandates = mandates;
        this.ballots = ballots;
        this.chronicle = chronicle;
        this.time = time;
    }

    @Transactional
    Result<PowerView> propose(UUID group, PowerRequest request, Person proposer) {
        Instant now = time.now();
        Optional<Mandates.Term> mandate = mandates.term(request.mandate(), now)
                .filter(term -> term.group().equals(group));
        if (mandate.isEmpty()) {
            return Result.absent();
        }
        if (!request.grant().change().equals("granted")) {
            return invalid("#/grant/change", "must be granted: the power is not there yet");
        }
        Optional<String> decidedBy = decidedBy(request.grant(), group);
        Optional<Problem> wrong = objection(request.grant(), decidedBy, mandate.get(), null);
        if (wrong.isPresent()) {
            return new Result.Refused<>(wrong.get());
        }
        if (now.isAfter(mandate.get().ends())) {
            return Result.refused(MandateProblem.MANDATE_NOT_IN_FORCE, "A power hangs on a mandate that counts.");
        }
        var power = new Power(Uuid7.next(), group, request.mandate(), now);
        powers.persist(power);
        add(power, 1, request.grant(), decidedBy.orElseThrow(), request.grant().terms(), proposer, now);
        return done(power, now);
    }

    @Transactional
    Result<PowerView> propose(UUID id, @Nullable String ifMatch, PowerChange change, Person proposer) {
        Instant now = time.now();
        Power power = powers.findById(id);
        Optional<Problem> refusal = refusal(power, ifMatch);
        if (refusal.isPresent()) {
            return new Result.Refused<>(refusal.get());
        }
        PowerHistory history = powers.history(id);
        Optional<PowerVersion> holding = history.holding(now);
        if (history.isOpen()
                || holding.isEmpty()
                || holding.get().change().equals("revoked")
                || change.change().equals("granted")
                || !follows(change.change(), holding.get().change())) {
            return Result.refused(
                    MandateProblem.POWER_NOT_IN_STATE,
                    "One change or review at a time; a suspended power is resumed or revoked; a revoked one is granted anew.");
        }
        Mandates.Term mandate = mandates.term(power.mandateId(), now).orElseThrow();
        PowerTerms before = history.terms(now).orElseThrow();
        Optional<String> decidedBy = decidedBy(change, power.groupId());
        Optional<Problem> wrong = objection(change, decidedBy, mandate, before);
        if (wrong.isPresent()) {
            return new Result.Refused<>(wrong.get());
        }
        PowerTerms said = change.terms();
        powers.touch(power);
        add(
                power,
                history.versions().getFirst().number() + 1,
                change,
                decidedBy.orElseThrow(),
                said == null ? before : said,
                proposer,
                now);
        return done(power, now);
    }

    @Transactional
    Result<PowerView> settle(UUID id, int number, @Nullable String ifMatch, boolean confirmed, Person person) {
        Instant now = time.now();
        Power power = powers.findById(id);
        Optional<Problem> refusal = refusal(power, ifMatch);
        if (refusal.isPresent()) {
            return new Result.Refused<>(refusal.get());
        }
        Optional<PowerVersion> found = powers.history(id).versions().stream()
                .filter(version -> version.number() == number)
                .findFirst();
        if (found.isEmpty()) {
            return Result.absent();
        }
        PowerVersion version = found.get();
        if (!version.proposal().isOpen()) {
            return Result.refused(MandateProblem.POWER_NOT_IN_STATE, "It was confirmed or refused before.");
        }
        if (confirmed && !version.proposal().canBeConfirmedBy(person)) {
            return Result.refused(MandateProblem.SECOND_PERSON_NEEDED, "Whoever proposed a power cannot confirm it.");
        }
        if (confirmed
                && NEEDING_A_MANDATE.contains(version.change())
                && now.isAfter(
                        mandates.term(power.mandateId(), now).orElseThrow().ends())) {
            return Result.refused(MandateProblem.MANDATE_NOT_IN_FORCE, "Its mandate has lapsed meanwhile.");
        }
        powers.touch(power);
        version.proposal().settle(confirmed, person, now);
        powers.flush();
        chronicle.wrote(confirmed ? "confirmed" : "refused", "power", id, version.change() + ", version " + number);
        if (confirmed) {
            chronicle.announce(
                    "power",
                    id.toString(),
                    PowerAnnounced.verb(version.change()),
                    new PowerAnnounced(
                            id,
                            power.groupId(),
                            power.mandateId(),
                            number,
                            version.change(),
                            version.ballotId(),
                            version.terms()),
                    now);
        }
        return done(power, now);
    }

    /** A suspended power is resumed or revoked; one that is not suspended cannot be resumed. */
    private static boolean follows(String change, String before) {
        return change.equals("revoked") || change.equals("resumed") == before.equals("suspended");
    }

    private void add(
            Power power,
            int number,
            PowerChange change,
            String decidedBy,
            @Nullable PowerTerms terms,
            Person proposer,
            Instant now) {
        if (terms == null) {
            throw new IllegalStateException("a power without terms");
        }
        powers.add(new PowerVersion(
                Uuid7.next(), power.id(), number, change, decidedBy, terms, new Proposal(proposer, now)));
        powers.flush();
        chronicle.wrote("proposed", "power", power.id(), change.change() + ": " + change.reason());
    }

    private Result<PowerView> done(Power power, Instant now) {
        return new Result.Done<>(powers.view(power, now), power.version());
    }

    /** Why a power cannot be changed by somebody who looks at that version of it. */
    static Optional<Problem> refusal(@Nullable Power power, @Nullable String ifMatch) {
        return power == null
                ? Optional.of(Problem.of(CommonProblem.NOT_FOUND))
                : EntityTag.of(power.version()).refusal(ifMatch);
    }

    /** The ballot's title, or the meeting as it was named; empty if there is no such ballot, or it carried nothing. */
    private Optional<String> decidedBy(PowerChange change, UUID group) {
        UUID ballot = change.ballot();
        return ballot == null
                ? Optional.ofNullable(change.grantedBy()).map(String::strip)
                : ballots.title(ballot, group);
    }

    private static Optional<Problem> objection(
            PowerChange change, Optional<String> decidedBy, Mandates.Term mandate, @Nullable PowerTerms before) {
        if (!change.saysWhoDecided()) {
            return Optional.of(problem("#/grantedBy", "is the meeting that decided it, unless a ballot did"));
        }
        if (decidedBy.isEmpty()) {
            return Optional.of(problem("#/ballot", "must be a ballot of the group that was carried"));
        }
        PowerTerms terms = change.terms();
        if (change.saysTerms() != (terms != null)) {
            return Optional.of(
                    problem("#/terms", "are said when a power is granted, narrowed or extended, and only then"));
        }
        if (terms == null) {
            return Optional.empty();
        }
        if (!terms.isInOrder()
                || terms.from().isBefore(mandate.from())
                || terms.until().isAfter(mandate.until())) {
            return Optional.of(problem(
                    "#/terms/until",
                    "its days must be in the order from, review, until, within those of its mandate, which ends on "
                            + mandate.until()));
        }
        if (change.change().equals("narrowed") && before != null && !terms.isWithin(before)) {
            return Optional.of(problem("#/terms", "go further than before: that is an extension"));
        }
        return Optional.empty();
    }

    private static Problem problem(String pointer, String sentence) {
        return Problem.of(CommonProblem.INVALID_REQUEST).withError(pointer, sentence);
    }

    private static Result<PowerView> invalid(String pointer, String sentence) {
        return new Result.Refused<>(problem(pointer, sentence));
    }
}
