package org.folkmoot.tenants.ics;

import java.util.List;

/** How a {@link Step} ended. */
public sealed interface StepOutcome {

    /**
     * It is as it should be.
     *
     * @param changes what had to be changed for it, in words; empty when all was well before
     */
    record Done(List<String> changes) implements StepOutcome {
        public Done {
            changes = List.copyOf(changes);
        }
    }

    /**
     * It could not be done now.
     *
     * @param reason for an operator to read: what was tried, what stood in the way, and what to look at
     */
    record Failed(String reason) implements StepOutcome {}
}
