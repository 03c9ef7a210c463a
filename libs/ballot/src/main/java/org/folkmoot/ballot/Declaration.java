package org.folkmoot.ballot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows from rules, electorate and votes. Nobody types an outcome: this is only ever computed, by {@link Tally}.
 *
 * @param quorumMet whether enough took part
 * @param classes how each class decided; empty for a ranked ballot
 * @param chosen the option chosen, or null
 * @param count how a ranked ballot was counted, or null for another
 * @param lots the lots that were drawn
 * @param outcome how the ballot ended
 */
public record Declaration(
        boolean quorumMet,
        List<ClassResult> classes,
        @Nullable String chosen,
        @Nullable Count count,
        List<Lot> lots,
        Outcome outcome) {

    /**
     * The course of a ranked count.
     *
     * @param elected who was elected, in the order of election
     * @param stages every step
     */
    public record Count(List<String> elected, List<Stage> stages) {

        /** Keeps the lists from being changed afterwards. */
        public Count {
            elected = List.copyOf(elected);
            stages = List.copyOf(stages);
        }
    }

    /** Keeps the lists from being changed afterwards. */
    public Declaration {
        classes = List.copyOf(classes);
        lots = List.copyOf(lots);
    }

    /** One line of JSON, as in a ballot file but for hashes and time. */
    public String toJson() {
        var out = new Octets(512);
        out.add('{');
        BallotJson.declaration(this, out);
        return out.add('}').toString();
    }
}
