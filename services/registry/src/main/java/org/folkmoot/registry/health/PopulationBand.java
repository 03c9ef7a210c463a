package org.folkmoot.registry.health;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a network's population stands against the expected size. Both limits are within. */
public enum PopulationBand {
    BELOW,
    WITHIN,
    ABOVE;

    /** What a request may ask for, as a pattern: a band, or the two that are not {@link #WITHIN}. */
    static final String ASKED = "below|within|above|outside";

    private static final String OUTSIDE = "outside";

    private static final long LEAST = 30_000;
    private static final long MOST = 50_000;

    private final String slug = name().toLowerCase(Locale.ROOT);

    /** As the API says it: {@code below}. */
    @JsonValue
    public String slug() {
        return slug;
    }

    /** Whether it is what was asked for. */
    boolean answers(String asked) {
        return asked.equals(OUTSIDE) ? this != WITHIN : asked.equals(slug);
    }

    /** The band of so many patients; null where nobody knows how many. */
    static @Nullable PopulationBand of(@Nullable Long patients) {
        if (patients == null) {
            return null;
        }
        if (patients < LEAST) {
            return BELOW;
        }
        return patients > MOST ? ABOVE : WITHIN;
    }
}
