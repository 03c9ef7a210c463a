package org.folkmoot.tenants.succession;

import java.time.Instant;
import java.util.Optional;

/** Where a plan stands: drawn up, then agreed by a second person; given up from either. */
sealed interface SuccessionLife {

    /**
     * What somebody did to a plan.
     *
     * @param by the subject of their token
     */
    record Act(String by, Instant at) {}

    /** A plan that can be given up. */
    sealed interface Open extends SuccessionLife {

        default Cancelled cancelled(Act act, String reason) {
            return new Cancelled(act, reason);
        }
    }

    /** Waits for somebody else than who drew it up. */
    record Drawn(Act drawn) implements Open {

        /** Empty for whoever drew it up. */
        Optional<Agreed> agreed(Act act) {
            return act.by().equals(drawn.by()) ? Optional.empty() : Optional.of(new Agreed(act));
        }
    }

    /** Two people stand behind it; its practices are in no other such plan. */
    record Agreed(Act act) implements Open {}

    /** Given up, for good. */
    record Cancelled(Act act, String reason) implements SuccessionLife {}
}
