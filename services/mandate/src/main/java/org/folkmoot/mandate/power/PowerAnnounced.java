package org.folkmoot.mandate.power;

import java.util.UUID;

/**
 * Events {@code power.granted}, {@code power.amended} and {@code power.revoked}: each says the whole power.
 *
 * @param number of its version
 * @param change what was done
 */
public record PowerAnnounced(UUID power, UUID group, UUID mandate, int number, String change, PowerTerms terms) {

    /** The verb of the event. */
    static String verb(String change) {
        return switch (change) {
            case "granted" -> "granted";
            case "revoked" -> "revoked";
            default -> "amended";
        };
    }
}
