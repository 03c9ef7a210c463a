package org.folkmoot.executive.representation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.folkmoot.executive.power.Unmet;
import org.jspecify.annotations.Nullable;

/**
 * A representative.
 *
 * @param person the subject of whoever sits there; told to nobody outside general practice, like the names
 * @param state ahead, sits, ended or recalled: in these words
 * @param mandated whether the mandate counts now, by all that is known; of a term that is ahead, on its first day
 * @param unmet why it does not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RepresentativeView(
        UUID id,
        UUID meeting,
        UUID group,
        int seat,
        String seatName,
        @Nullable String person,
        @Nullable String name,
        UUID mandate,
        LocalDate from,
        LocalDate until,
        String state,
        boolean mandated,
        List<Unmet> unmet,
        @Nullable String namedBy,
        Instant namedAt,
        @Nullable Instant recalledAt,
        @Nullable String recalledWhy) {}
