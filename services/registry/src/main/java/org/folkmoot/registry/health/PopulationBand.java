package org.folkmoot.registry.health;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a network's population stands against the expected size. Both limits are within. */
public enum PopulationBand {
    BELOW,
    WITHIN,
    ABOVE;

    /** The slugs as a pattern of what a request may say. */
    static final String SLUGS = "below|within|above";

    private static final long LEAST = 30_000;
    private static final long MOST = 50_000;

    private final String slug = name().toLowerCase(Locale.ROOT);

    /** As the API says it: {@code below}. */
    @JsonValue
    public String slug() {
        return slug;
    }

    static PopulationBand of(long patients) {
        if (patients < LEAST) {
            return BELOW;
        }
        return patients > MOST ? ABOVE : WITHIN;
    }
}
