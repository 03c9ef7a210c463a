package org.folkmoot.neighbourhood.care;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What came of a review. */
public enum ReviewOutcome {
    /** The plan goes on as it is. */
    CONTINUES,
    /** It has to say something else: a new version follows. */
    NEEDS_REVISION,
    /** What it was for is reached. */
    GOALS_MET;

    private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As the API, the table and events say it. */
    @JsonValue
    public String slug() {
        return slug;
    }
}
