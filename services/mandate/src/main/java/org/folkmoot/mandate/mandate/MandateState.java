package org.folkmoot.mandate.mandate;

import java.time.Instant;
import java.time.LocalDate;
import org.folkmoot.nhs.LondonTime;
import org.jspecify.annotations.Nullable;

/** Where a mandate stands at a moment: it follows from its days and from when it fell. */
enum MandateState {
    /** Its first day is ahead. */
    AHEAD("ahead"),
    /** It counts. */
    IN_FORCE("in-force"),
    /** Its last day is over. */
    EXPIRED("expired"),
    /** Too many withdrew. */
    FALLEN("fallen");

    private final String slug;

    MandateState(String slug) {
        this.slug = slug;
    }

    /** As the API and events say it. */
    String slug() {
        return slug;
    }

    static MandateState at(Instant moment, LocalDate from, LocalDate until, @Nullable Instant fellAt) {
        if (fellAt != null && !moment.isBefore(fellAt)) {
            return FALLEN;
        }
        if (moment.isBefore(LondonTime.startOf(from))) {
            return AHEAD;
        }
        return moment.isBefore(LondonTime.endOf(until)) ? IN_FORCE : EXPIRED;
    }
}
