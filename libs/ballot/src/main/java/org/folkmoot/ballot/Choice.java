package org.folkmoot.ballot;

import java.util.HashSet;
import java.util.List;

/** What a vote says. */
public sealed interface Choice permits Position, Choice.Option, Choice.Ranking, Choice.Committed {

    /**
     * One of several options.
     *
     * @param name the option
     */
    record Option(String name) implements Choice {}

    /**
     * Candidates in order of preference; not all need be named, and whoever names none abstains.
     *
     * @param candidates the most preferred first
     */
    record Ranking(List<String> candidates) implements Choice {

        /** @throws IllegalArgumentException if a candidate is ranked twice */
        public Ranking {
            candidates = List.copyOf(candidates);
            var seen = HashSet.<String>newHashSet(candidates.size());
            for (String candidate : candidates) {
                if (!seen.add(candidate)) {
                    throw new IllegalArgumentException("\"" + candidate + "\" is ranked twice");
                }
            }
        }
    }

    /**
     * A choice in a secret ballot, sealed: see {@link Opening}.
     *
     * @param commitment the hash that commits to it
     */
    record Committed(Hash commitment) implements Choice {}

    /** Whether nothing is chosen. */
    default boolean isAbstention() {
        return switch (this) {
            case Position position -> position == Position.ABSTAIN;
            case Option _, Committed _ -> false;
            case Ranking(List<String> candidates) -> candidates.isEmpty();
        };
    }
}
