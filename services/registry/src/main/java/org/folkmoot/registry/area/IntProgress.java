package org.folkmoot.registry.area;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How far a neighbourhood's team has come on a day. Derived, never kept. */
public enum IntProgress {
    /** No day by which it is to work was set, and it does not work. */
    NOT_PLANNED,
    /** It has until its day. */
    AHEAD,
    /** Its day has passed, and it does not work. */
    LATE,
    WORKING;

    /** The slugs as a pattern of what a request may say. */
    static final String SLUGS = "not-planned|ahead|late|working";

    private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As the API says it: {@code not-planned}. */
    @JsonValue
    public String slug() {
        return slug;
    }

    static IntProgress of(@Nullable LocalDate due, @Nullable LocalDate worksSince, LocalDate day) {
        if (worksSince != null && !day.isBefore(worksSince)) {
            return WORKING;
        }
        if (due == null) {
            return NOT_PLANNED;
        }
        return day.isAfter(due) ? LATE : AHEAD;
    }
}
