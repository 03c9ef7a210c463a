package org.folkmoot.mandate.power;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Events {@code power.granted}, {@code power.amended} and {@code power.revoked}: each says the whole power.
 *
 * @param number of its version
 * @param change what was done
 * @param ballot the ballot that decided it; absent where a meeting did
 */
public record PowerAnnounced(
        UUID power,
        UUID group,
        UUID mandate,
        int number,
        String change,
        @Nullable UUID ballot,
        PowerTerms terms) {

    /** The verb of the event. */
    static String verb(String change) {
        return switch (change) {
            case "granted" -> "granted";
            case "revoked" -> "revoked";
            default -> "amended";
        };
    }
}
