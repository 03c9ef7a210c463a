package org.folkmoot.neighbourhood.team;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** How a team stands to the practices of its neighbourhood. */
public enum Relation {
    /** It works beside them. */
    PARALLEL,
    /** Their network is a part of it. */
    PCN_IS_COMPONENT,
    /** It works in their surgeries. */
    CO_LOCATED,
    /** They take part as they like. */
    VOLUNTARY;

    private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As the API and the table say it. */
    @JsonValue
    public String slug() {
        return slug;
    }

    static Relation of(String slug) {
        return Arrays.stream(values())
                .filter(each -> each.slug.equals(slug))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no relation: " + slug));
    }
}
