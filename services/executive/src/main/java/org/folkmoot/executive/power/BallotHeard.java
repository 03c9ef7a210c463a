package org.folkmoot.executive.power;

import java.util.UUID;

/** It was heard how a ballot on a motion ended; whoever does something because of that does it in the same transaction. */
public record BallotHeard(UUID ballot, UUID motion, UUID group, String outcome) {

    static final String CARRIED = "carried";

    /** Whether its motion was carried. */
    public boolean isCarried() {
        return outcome.equals(CARRIED);
    }
}
