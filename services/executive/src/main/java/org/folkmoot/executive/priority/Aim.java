package org.folkmoot.executive.priority;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** What a priority is for. */
public enum Aim {
    /** People get to see somebody. */
    ACCESS,
    /** They see somebody who knows them. */
    CONTINUITY,
    /** Illness does not come, and does not come to some more than to others. */
    PREVENTION_AND_INEQUALITY,
    /** Practices last. */
    RESILIENCE;

    private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As the API, the table and events say it. */
    @JsonValue
    public String slug() {
        return slug;
    }

    static Aim of(String slug) {
        return Arrays.stream(values())
                .filter(aim -> aim.slug.equals(slug))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing is for " + slug));
    }
}
