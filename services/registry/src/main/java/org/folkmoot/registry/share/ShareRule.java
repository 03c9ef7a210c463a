package org.folkmoot.registry.share;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** By what an amount is divided. */
public enum ShareRule {
    /** By the patients registered on a day, as the directory has them. */
    REGISTERED_LIST,
    /** By the need-weighted lists, as whoever divides gives them. */
    ADJUSTED_LIST,
    /** By weights that the ICS set for this purpose. */
    CUSTOM_WEIGHT;

    private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As the API and the table say it. */
    @JsonValue
    public String slug() {
        return slug;
    }
}
