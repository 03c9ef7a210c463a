package org.folkmoot.mandate.ballot;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;
import org.folkmoot.ballot.Choice;
import org.folkmoot.ballot.Method;
import org.folkmoot.ballot.Position;
import org.folkmoot.mandate.rule.VotingRule;

/**
 * What the voters are asked.
 *
 * @param kind {@code motion} (for, against, abstain), {@code options} (one of them), or {@code ranked}
 * @param options the options or candidates; none for a motion
 * @param seats how many are to be elected; 0 if none are
 */
record Paper(String kind, List<String> options, int seats) {

    static final String ABSTAIN = Position.ABSTAIN.word();

    Paper {
        options = options == null ? List.of() : List.copyOf(options);
    }

    static Paper motion() {
        return new Paper("motion", List.of(), 0);
    }

    static Paper options(List<String> options) {
        return new Paper("options", options, 0);
    }

    static Paper ranked(int seats, List<String> candidates) {
        return new Paper("ranked", candidates, seats);
    }

    @JsonIgnore
    boolean isMotion() {
        return kind.equals("motion");
    }

    Method method(VotingRule rule) {
        return switch (kind) {
            case "motion" -> new Method.Motion();
            case "options" -> new Method.Options(options);
            case "ranked" -> new Method.Ranked(seats, rule.transferMethod(), options);
            default -> throw new IllegalStateException("no kind of paper: " + kind);
        };
    }

    /** The choice that these words make on this paper; empty if they are not on it. */
    Optional<Choice> choice(List<String> words) {
        if (kind.equals("ranked")) {
            boolean sound =
                    options.containsAll(words) && words.stream().distinct().count() == words.size();
            return sound ? Optional.of(new Choice.Ranking(words)) : Optional.empty();
        }
        if (words.size() != 1) {
            return Optional.empty();
        }
        String word = words.getFirst();
        if (kind.equals("options") && !word.equals(ABSTAIN)) {
            return options.contains(word) ? Optional.of(new Choice.Option(word)) : Optional.empty();
        }
        for (Position position : Position.values()) {
            if (position.word().equals(word) && (isMotion() || position == Position.ABSTAIN)) {
                return Optional.of(position);
            }
        }
        return Optional.empty();
    }

    /** Each that could be chosen, abstention aside; of a ranking each first preference. */
    List<Choice> choices() {
        return switch (kind) {
            case "motion" -> List.of(Position.FOR, Position.AGAINST);
            case "options" -> options.stream().<Choice>map(Choice.Option::new).toList();
            default ->
                options.stream()
                        .<Choice>map(candidate -> new Choice.Ranking(List.of(candidate)))
                        .toList();
        };
    }

    /** The words of a choice, as {@link #choice} takes them. */
    static List<String> words(Choice choice) {
        return switch (choice) {
            case Position position -> List.of(position.word());
            case Choice.Option(String name) -> List.of(name);
            case Choice.Ranking(List<String> candidates) -> candidates;
            case Choice.Committed _ -> throw new IllegalArgumentException("a commitment has no words");
        };
    }
}
