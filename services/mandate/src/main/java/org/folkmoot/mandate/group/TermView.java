package org.folkmoot.mandate.group;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's time on a seat.
 *
 * @param cameBy {@code elected}, {@code appointed} or {@code ex-officio}
 * @param ballot the ballot that elected them
 * @param organisation the organisation that appointed them
 * @param vacatedOn their last day, if they left before {@code until}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TermView(
        UUID id,
        String seat,
        String holder,
        String holderName,
        String cameBy,
        @Nullable UUID ballot,
        @Nullable String organisation,
        LocalDate from,
        LocalDate until,
        @Nullable LocalDate vacatedOn,
        @Nullable String vacatedWhy) {}
