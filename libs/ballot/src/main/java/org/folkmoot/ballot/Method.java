package org.folkmoot.ballot;

import java.util.HashSet;
import java.util.List;

/** What the voters are asked. */
public sealed interface Method {

    /** For, against, or abstain. */
    record Motion() implements Method {}

    /**
     * One of several options, or abstain. The option that leads in every class, and reaches every class's threshold,
     * is chosen.
     *
     * @param options their names, two or more
     */
    record Options(List<String> options) implements Method {

        /** @throws IllegalArgumentException if there are fewer than two, or one stands twice */
        public Options {
            options = List.copyOf(options);
            requireUnique(options);
            if (options.size() < 2) {
                throw new IllegalArgumentException("a choice is between two options or more");
            }
        }
    }

    /**
     * A ranking of candidates for seats: the single transferable vote.
     *
     * @param seats how many are to be elected
     * @param transfer how surpluses are transferred
     * @param candidates who stands; empty for everyone whom a paper names
     */
    record Ranked(int seats, Transfer transfer, List<String> candidates) implements Method {

        /** @throws IllegalArgumentException if there is no seat, or a candidate stands twice */
        public Ranked {
            candidates = List.copyOf(candidates);
            requireUnique(candidates);
            if (seats < 1) {
                throw new IllegalArgumentException("there is at least one seat");
            }
        }
    }

    /** How what an elected candidate has beyond the quota reaches others. */
    enum Transfer {
        /** Every paper of the elected moves on at its value times surplus over votes. */
        WEIGHTED_INCLUSIVE_GREGORY("weighted-inclusive-gregory"),
        /** Every elected candidate keeps a share of each paper that is found anew until nobody has a surplus. */
        MEEK("meek");

        private final String word;

        Transfer(String word) {
            this.word = word;
        }

        /** As the ballot file says it. */
        public String word() {
            return word;
        }
    }

    private static void requireUnique(List<String> names) {
        var seen = new HashSet<String>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new IllegalArgumentException("\"" + name + "\" stands twice");
            }
        }
    }
}
