package org.folkmoot.mandate.mandate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.folkmoot.ballot.Elector;
import org.folkmoot.ballot.Electorate;
import org.folkmoot.ballot.Method;
import org.folkmoot.ballot.Outcome;
import org.folkmoot.ballot.Rules;
import org.folkmoot.ballot.Tally;
import org.folkmoot.ballot.Vote;
import org.folkmoot.events.Chronicle;
import org.folkmoot.http.EntityTag;
import org.folkmoot.http.Result;
import org.folkmoot.mandate.MandateProblem;
import org.folkmoot.mandate.group.GroupOnDay;
import org.folkmoot.mandate.group.Groups;
import org.folkmoot.mandate.rule.WeightTexts;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.DatabaseClock;
import org.jspecify.annotations.Nullable;

/** A practice withdraws a mandate that it gave. */
@ApplicationScoped
class WithdrawMandate {

    private final Mandates mandates;
    private final Positions positions;
    private final ReadMandate read;
    private final Groups groups;
    private final Chronicle chronicle;
    private final DatabaseClock time;
    private final Caller caller;

    WithdrawMandate(
            Mandates mandates,
            Positions positions,
            ReadMandate read,
            Groups groups,
            Chronicle chronicle,
            DatabaseClock time,
            Caller caller) {
        this.mandates = mandates;
        this.positions = positions;
        this.read = read;
        this.groups = groups;
        this.chronicle = chronicle;
        this.time = time;
        this.caller = caller;
    }

    @Transactional
    Result<MandateView> withdraw(UUID id, OdsCode practice, @Nullable String ifMatch, String reason) {
        Optional<Mandate> held = mandates.held(id);
        if (held.isEmpty()) {
            return Result.absent();
        }
        if (!caller.speaksFor(practice)) {
            return Result.refused(CommonProblem.FORBIDDEN, "A practice's own voter withdraws its mandate.");
        }
        Mandate mandate = held.get();
        Optional<Problem> refusal = EntityTag.of(mandate.version()).refusal(ifMatch);
        if (refusal.isPresent()) {
            return new Result.Refused<>(refusal.get());
        }
        Instant now = time.now();
        MandateState state = mandate.state(now);
        if (state != MandateState.IN_FORCE && state != MandateState.AHEAD) {
            return Result.refused(MandateProblem.MANDATE_NOT_IN_FORCE, "It is " + state.slug() + ".");
        }
        Optional<Position> given = positions.at(id, now).stream()
                .filter(position -> position.practice().equals(practice.code()))
                .filter(Position::isGiven)
                .findFirst();
        if (given.isEmpty()) {
            return Result.refused(MandateProblem.MANDATE_NOT_GIVEN, practice + " has nothing to withdraw.");
        }
        Position before = given.get();
        positions.add(
                id,
                List.of(new Position(
                        before.practice(),
                        before.name(),
                        Position.WITHDRAWN,
                        now,
                        reason,
                        before.choice(),
                        before.weights())),
                caller.subject());
        List<Position> after = positions.at(id, now);
        mandates.touch(mandate);
        boolean falls = !carries(mandate, after);
        if (falls) {
            mandate.fall(now);
            mandate.lapseTold(now);
        }
        mandates.flush();
        chronicle.wrote("withdrawn", "mandate", id, practice + ": " + reason);
        tell(mandate, practice, now, falls);
        return new Result.Done<>(MandateView.of(mandate, after, now), mandate.version());
    }

    private void tell(Mandate mandate, OdsCode practice, Instant now, boolean falls) {
        GroupOnDay group =
                groups.onDay(mandate.groupId(), LondonTime.dateOf(now)).orElseThrow();
        chronicle.announce(
                "mandate",
                mandate.id().toString(),
                "withdrawn",
                new MandateWithdrawn(
                        mandate.id(),
                        mandate.groupId(),
                        practice.code(),
                        now,
                        read.standing(group, LondonTime.dateOf(now), now).standing()),
                now);
        if (falls) {
            chronicle.announce(
                    "mandate",
                    mandate.id().toString(),
                    "lapsed",
                    new MandateLapsed(mandate.id(), mandate.groupId(), now, MandateState.FALLEN.slug()),
                    now);
        }
    }

    /**
     * Whether it would have been carried, had those who have withdrawn voted against it. Of a tie nobody knows what a chair
     * or a lot would have made, so it does not carry.
     */
    private boolean carries(Mandate mandate, List<Position> after) {
        Set<String> present = positions.present(mandate.ballotId());
        var electorate = new Electorate(after.stream()
                .map(position -> new Elector(
                        position.practice(),
                        WeightTexts.parse(position.weights()),
                        "recused".equals(position.choice()),
                        present.contains(position.practice())))
                .toList());
        List<Vote> votes = after.stream()
                .flatMap(position -> choice(position).map(choice -> Vote.of(position.practice(), choice)).stream())
                .toList();
        Rules rules = mandate.rule().toRules(new Method.Motion(), null);
        return Tally.of(Rules.motion(rules.quorum(), rules.classes()), electorate, votes)
                        .outcome()
                == Outcome.CARRIED;
    }

    private static Optional<org.folkmoot.ballot.Position> choice(Position position) {
        if (position.position().equals(Position.WITHDRAWN)) {
            return Optional.of(org.folkmoot.ballot.Position.AGAINST);
        }
        return Arrays.stream(org.folkmoot.ballot.Position.values())
                .filter(choice -> choice.word().equals(position.choice()))
                .findFirst();
    }
}
