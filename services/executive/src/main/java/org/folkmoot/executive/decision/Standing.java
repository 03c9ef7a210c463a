package org.folkmoot.executive.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.executive.power.Condition;
import org.folkmoot.executive.power.KnownPower;
import org.folkmoot.executive.power.Unmet;
import org.jspecify.annotations.Nullable;

/**
 * Whether a decision that was taken stands, by all that is known now.
 *
 * @param stands null where that is not known: while the copy of powers and mandates is made anew, nothing is guessed
 * @param unmet why it does not, or why that is not known; empty if it stands
 */
record Standing(@Nullable Boolean stands, List<Unmet> unmet) {

    private static final Set<Condition> NOT_HEARD_OF = Set.of(Condition.POWER_KNOWN, Condition.MANDATE_KNOWN);
    private static final Unmet NO_POWER =
            new Unmet(Condition.POWER_KNOWN, "Nothing is known here at the moment of the power that it cites.");

    Standing {
        unmet = List.copyOf(unmet);
    }

    /** What the chain says came of the decision; empty if it stands. */
    Optional<String> outcome() {
        if (stands == null) {
            return Optional.of("not-known");
        }
        return stands ? Optional.empty() : Optional.of("void");
    }

    /** Of a decision with these reasons against it; what has not been heard of is no reason yet. */
    static Standing of(List<Unmet> unmet) {
        boolean isVoid = unmet.stream().anyMatch(each -> !NOT_HEARD_OF.contains(each.condition()));
        if (isVoid) {
            return new Standing(false, unmet);
        }
        return new Standing(unmet.isEmpty() ? true : null, unmet);
    }

    /** Of a decision of that moment under that power, or under one of which nothing is known. */
    static Standing of(Optional<KnownPower> power, Instant taken) {
        return of(power.map(known -> known.unmet(taken)).orElseGet(() -> List.of(NO_POWER)));
    }
}
