package org.folkmoot.mandate.group;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Event {@code seat.filled}. The holder is not named: who asks may look, and what is on a topic stays there.
 *
 * @param cameBy {@code elected}, {@code appointed} or {@code ex-officio}
 * @param ballot the ballot that elected the holder
 * @param organisation who appointed the holder
 */
public record SeatFilled(
        UUID group,
        String seat,
        String kind,
        String cameBy,
        @Nullable UUID ballot,
        @Nullable String organisation,
        LocalDate from,
        LocalDate until) {}
