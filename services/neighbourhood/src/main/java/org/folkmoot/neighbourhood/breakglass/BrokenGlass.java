package org.folkmoot.neighbourhood.breakglass;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A record is open.
 *
 * @param referrals the person's
 * @param until from when it is closed again
 */
record BrokenGlass(UUID id, List<UUID> referrals, Instant until) {

    BrokenGlass {
        referrals = List.copyOf(referrals);
    }
}
