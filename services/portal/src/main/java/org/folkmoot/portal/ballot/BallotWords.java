package org.folkmoot.portal.ballot;

import java.time.Instant;
import java.util.List;
import org.folkmoot.portal.service.Ballots.Ballot;
import org.jspecify.annotations.Nullable;

/**
 * Where a ballot stands, in words and as the colour of a tag.
 *
 * @param words such as "Open"
 * @param colour as the design system names it
 */
public record BallotWords(String words, String colour) {

    /** The words for a ballot: its state, or its outcome once it has one. */
    public static BallotWords of(Ballot ballot, Instant now) {
        return switch (ballot.state()) {
            case "scheduled" ->
                ballot.overdue(now)
                        ? new BallotWords("Due, but not open", "orange")
                        : new BallotWords("Scheduled", "grey");
            case "open" -> new BallotWords("Open", "blue");
            case "closed" -> new BallotWords("Closed, not yet declared", "yellow");
            case "annulled" -> new BallotWords("Annulled", "grey");
            default -> outcome(ballot);
        };
    }

    /** An outcome in words. */
    public static String outcome(@Nullable String outcome) {
        return switch (outcome) {
            case "carried" -> "carried";
            case "lost" -> "lost";
            case "no-quorum" -> "not decided, since too few took part";
            case null -> "not known";
            default -> outcome;
        };
    }

    /** A choice in words: one after the other where they are ranked. */
    public static List<String> choice(List<String> choice) {
        return choice.stream()
                .map(word -> switch (word) {
                    case "for" -> "For";
                    case "against" -> "Against";
                    case "abstain" -> "Abstain";
                    default -> word;
                })
                .toList();
    }

    private static BallotWords outcome(Ballot ballot) {
        return switch (ballot.outcome()) {
            case "carried" -> new BallotWords(ballot.ranked() ? "Elected" : "Carried", "green");
            case "lost" -> new BallotWords("Lost", "red");
            case "no-quorum" -> new BallotWords("Too few took part", "orange");
            case null, default -> new BallotWords("Declared", "grey");
        };
    }
}
