package org.folkmoot.mandate.ballot;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.folkmoot.ballot.BallotFile;
import org.folkmoot.ballot.Choice;
import org.folkmoot.ballot.Declaration;
import org.folkmoot.ballot.Entry;
import org.folkmoot.ballot.Opening;
import org.folkmoot.ballot.Position;
import org.folkmoot.ballot.Tally;
import org.folkmoot.ballot.Vote;
import org.jspecify.annotations.Nullable;

/**
 * The practices that had closed or moved before they voted, and what difference they could have made. They stay in the
 * electorate, for it was frozen.
 *
 * @param voters their codes
 * @param outcomeIfFor what the outcome had been if all of them had voted for; absent where there is no motion to be for
 * @param outcomeIfAgainst what it had been if all had voted against
 * @param decisive whether it had been another result, had all of them chosen the same: any option, or any first preference
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Lapsed(
        List<String> voters,
        @Nullable String outcomeIfFor,
        @Nullable String outcomeIfAgainst,
        boolean decisive) {

    /** Empty if nobody has lapsed. */
    static Optional<Lapsed> of(Paper paper, BallotFile file, Declaration declaration, List<ElectorRow> electors) {
        List<String> voters = electors.stream()
                .filter(ElectorRow::lapsed)
                .map(ElectorRow::voter)
                .toList();
        if (voters.isEmpty()) {
            return Optional.empty();
        }
        List<Declaration> possible = paper.choices().stream()
                .map(choice -> hadTheyChosen(choice, voters, file))
                .toList();
        return Optional.of(new Lapsed(
                voters,
                paper.isMotion()
                        ? hadTheyChosen(Position.FOR, voters, file).outcome().word()
                        : null,
                paper.isMotion()
                        ? hadTheyChosen(Position.AGAINST, voters, file)
                                .outcome()
                                .word()
                        : null,
                possible.stream().anyMatch(other -> differs(other, declaration))));
    }

    private static boolean differs(Declaration one, Declaration other) {
        return one.outcome() != other.outcome()
                || !Objects.equals(one.chosen(), other.chosen())
                || !Objects.equals(BallotDeclared.elected(one), BallotDeclared.elected(other));
    }

    private static Declaration hadTheyChosen(Choice choice, List<String> voters, BallotFile file) {
        List<Vote> votes =
                new ArrayList<>(file.entries().stream().map(Entry::vote).toList());
        List<Opening> openings = new ArrayList<>(file.openings());
        // Where the votes that were cast are sealed, so are these: any salt and any seal will do.
        boolean sealed = votes.stream().anyMatch(vote -> vote.choice() instanceof Choice.Committed);
        for (String voter : voters) {
            if (sealed) {
                var opening = new Opening("0".repeat(64), choice, null);
                openings.add(opening);
                votes.add(Vote.of(voter, opening.sealedWith("0".repeat(64))));
            } else {
                votes.add(Vote.of(voter, choice));
            }
        }
        return Tally.of(file.terms().rules(), file.terms().electorate(), votes, openings, file.seed());
    }
}
