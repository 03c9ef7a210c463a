package org.folkmoot.neighbourhood.update;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A point at which the practices are told.
 *
 * @param occasion {@code accepted}, {@code assessed}, {@code plan-agreed}, {@code reviewed}, {@code transferred}, {@code closed}, or
 *     {@code twelve-weeks} after the update before
 * @param on its day; of twelve weeks the day from which they are counted
 * @param due the last day on which they are told in time
 * @param state {@code ahead}, {@code due}, {@code overdue}, {@code sent} or {@code late}
 * @param update the one that told of it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GpUpdatePointView(
        UUID referral,
        UUID team,
        String occasion,
        LocalDate on,
        LocalDate due,
        String state,
        @Nullable UUID update,
        @Nullable LocalDate sentOn) {}
