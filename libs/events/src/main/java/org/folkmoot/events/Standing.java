package org.folkmoot.events;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How announcing and receiving stood when it was last looked at, over all tenants together: whoever has to act upon it sees
 * in {@code /dead-letters} whose they are, and forty ICSs times everything counted would be a burden without a use.
 */
record Standing(Tables tables, Map<String, Long> lag) {

    /** What the database says; it was not to be asked where {@code known} is false, and then the rest says nothing. */
    record Tables(
            boolean known,
            Optional<Instant> oldestUnsent,
            long stalled,
            Map<Letters, Long> letters,
            Map<String, Instant> heard) {

        static final Tables UNKNOWN = new Tables(false, Optional.empty(), 0, Map.of(), Map.of());
    }

    /** Open dead letters of one consumer: {@code parked} ones failed, {@code waiting} ones are behind them. */
    record Letters(String consumer, String state) {}

    /** Nothing has been looked at yet. */
    static final Standing UNKNOWN = new Standing(Tables.UNKNOWN, Map.of());
}
