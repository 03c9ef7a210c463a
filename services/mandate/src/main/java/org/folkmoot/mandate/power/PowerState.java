package org.folkmoot.mandate.power;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where a power stands: it follows from its newest confirmed version, its mandate, and the day. */
enum PowerState {
    /** No version was confirmed yet. */
    PROPOSED("proposed"),
    /** Its first day is ahead. */
    AHEAD("ahead"),
    /** Decisions may cite it. */
    IN_FORCE("in-force"),
    /** It rests until it is resumed. */
    SUSPENDED("suspended"),
    /** It was taken back. */
    REVOKED("revoked"),
    /** Its last day is over. */
    EXPIRED("expired"),
    /** Its mandate counts no more. */
    VOID("void");

    private final String slug;

    PowerState(String slug) {
        this.slug = slug;
    }

    /** As the API and events say it. */
    String slug() {
        return slug;
    }

    /** Whether it is reviewed: it is used, or may be used again. */
    boolean isReviewed() {
        return this == IN_FORCE || this == SUSPENDED;
    }

    static PowerState of(@Nullable String change, @Nullable PowerTerms terms, boolean mandateCounts, LocalDate today) {
        if (change == null || terms == null) {
            return PROPOSED;
        }
        if (change.equals("revoked")) {
            return REVOKED;
        }
        if (today.isAfter(terms.until())) {
            return EXPIRED;
        }
        if (!mandateCounts) {
            return VOID;
        }
        if (change.equals("suspended")) {
            return SUSPENDED;
        }
        return today.isBefore(terms.from()) ? AHEAD : IN_FORCE;
    }
}
