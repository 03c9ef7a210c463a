package org.folkmoot.mandate.group;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Event {@code seat.vacated}.
 *
 * @param on the holder's last day
 */
public record SeatVacated(UUID group, String seat, LocalDate on) {}
