package org.folkmoot.neighbourhood.sharing;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** On what a decision to share rests. */
public enum Basis {
    /** The person agreed. */
    CONSENT,
    /** Whoever looks after them directly has to know. */
    DIRECT_CARE,
    /** The person cannot decide, and it is best for them. */
    BEST_INTERESTS;

    private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As the API and the table say it. */
    @JsonValue
    public String slug() {
        return slug;
    }
}
