package org.folkmoot.neighbourhood.breakglass;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a team's lead says of it. */
public enum Verdict {
    /** They had to. */
    JUSTIFIED,
    /** They had no need to. */
    NOT_JUSTIFIED;

    private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As the API and the table say it. */
    @JsonValue
    public String slug() {
        return slug;
    }
}
