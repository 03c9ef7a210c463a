package org.folkmoot.mandate.rule;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What is seen of votes, and when. */
public enum Visibility {
    /** Who voted how, as the votes come in. */
    OPEN_DURING,
    /** Who voted how, once the ballot is declared. */
    OPEN_AFTER,
    /** Who voted, and never how. */
    SECRET;

    private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As the API, the table and events say it. */
    @JsonValue
    public String slug() {
        return slug;
    }
}
