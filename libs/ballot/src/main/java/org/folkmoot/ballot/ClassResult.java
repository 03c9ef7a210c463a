package org.folkmoot.ballot;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How one class decided. */
public sealed interface ClassResult {

    /** The class. */
    String name();

    /** Whether what it asks for was reached. */
    boolean reached();

    /** What decided a tie in it, or null if there was none to decide. */
    @Nullable
    Tie decidedBy();

    /**
     * On a motion.
     *
     * @param name the class
     * @param inFavour the weight of the votes for
     * @param against the weight of the votes against
     * @param abstain the weight of the abstentions
     * @param base what the share is of
     * @param reached whether the threshold was
     * @param decidedBy what decided a tie
     */
    record OnMotion(
            String name,
            Fraction inFavour,
            Fraction against,
            Fraction abstain,
            Fraction base,
            boolean reached,
            @Nullable Tie decidedBy)
            implements ClassResult {}

    /**
     * Among several options.
     *
     * @param name the class
     * @param options the weight of the votes for each, in the order of the rules
     * @param abstain the weight of the abstentions
     * @param base what the share is of
     * @param leader the option with the most, or null if none has more than all others
     * @param reached whether the leader reached the threshold
     * @param decidedBy what decided a tie for the lead
     */
    record AmongOptions(
            String name,
            Map<String, Fraction> options,
            Fraction abstain,
            Fraction base,
            @Nullable String leader,
            boolean reached,
            @Nullable Tie decidedBy)
            implements ClassResult {

        /** Keeps the order, and keeps the votes from being changed afterwards. */
        public AmongOptions {
            options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        }
    }
}
