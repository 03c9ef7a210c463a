package org.folkmoot.registry.integration;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a practice decides. */
public enum Outcome {
    /** It joins, by one of the options. */
    JOINED,
    /** It stays as it is. */
    DECLINED;

    private final String slug = name().toLowerCase(Locale.ROOT);

    /** As the API, the table and the event say it. */
    @JsonValue
    public String slug() {
        return slug;
    }
}
