package org.folkmoot.registry.integration;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What due diligence looks at. */
public enum DiligenceArea {
    PERFORMANCE,
    WORKFORCE,
    FINANCE,
    PREMISES,
    /** What the Care Quality Commission found. */
    CQC,
    /** What is likely to weigh on the practice or on whoever takes it over. */
    FUTURE_STRAINS;

    private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As the API and the table say it. */
    @JsonValue
    public String slug() {
        return slug;
    }
}
