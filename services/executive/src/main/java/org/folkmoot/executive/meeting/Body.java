package org.folkmoot.executive.meeting;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** Who meets. */
public enum Body {
    /** The group itself. */
    LEADERSHIP_GROUP,
    /** Those who act for it between its meetings. */
    EXECUTIVE,
    /** General practice of one place. */
    PLACE;

    private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As the API, the table and events say it. */
    @JsonValue
    public String slug() {
        return slug;
    }

    static Body of(String slug) {
        return Arrays.stream(values())
                .filter(body -> body.slug.equals(slug))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nobody meets as " + slug));
    }
}
