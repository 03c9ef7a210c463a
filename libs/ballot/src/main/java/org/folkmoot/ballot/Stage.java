package org.folkmoot.ballot;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One step of a ranked count.
 *
 * @param number from 1
 * @param action what was done
 * @param candidate whose surplus was transferred, or who was excluded; null else
 * @param quota what elects
 * @param votes what each candidate has who is not excluded, by name: after the step by Gregory's method, before its
 *     decision by Meek's
 * @param exhausted votes whose papers name nobody further
 * @param rounded votes lost below the ninth decimal
 * @param elected who was elected in this step, the most votes first
 * @param tie what broke a tie in it, or null if there was none
 */
public record Stage(
        int number,
        Action action,
        @Nullable String candidate,
        Fraction quota,
        Map<String, Fraction> votes,
        Fraction exhausted,
        Fraction rounded,
        List<String> elected,
        @Nullable TieBreak tie) {

    /** What a step does. */
    public enum Action {
        /** First preferences are counted; by Meek's method, votes are distributed until somebody reaches the quota. */
        COUNT("count"),
        /** A surplus is transferred. */
        SURPLUS("surplus"),
        /** The candidate with the fewest votes is excluded. */
        EXCLUDE("exclude"),
        /** As many candidates are left as seats, and have them. */
        FILL("fill");

        private final String word;

        Action(String word) {
            this.word = word;
        }

        /** As the ballot file says it. */
        public String word() {
            return word;
        }
    }

    /** What broke a tie between candidates. */
    public enum TieBreak {
        /** The newest earlier stage in which they differed. */
        EARLIER_STAGE("earlier-stage"),
        /** A {@link Lot}. */
        LOT("lot");

        private final String word;

        TieBreak(String word) {
            this.word = word;
        }

        /** As the ballot file says it. */
        public String word() {
            return word;
        }
    }

    /** Keeps lists from being changed afterwards. */
    public Stage {
        votes = Collections.unmodifiableMap(new LinkedHashMap<>(votes));
        elected = List.copyOf(elected);
    }
}
