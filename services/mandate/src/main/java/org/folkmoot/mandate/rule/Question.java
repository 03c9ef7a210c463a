package org.folkmoot.mandate.rule;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The kinds of question that a group decides by ballot; a constitution has a rule for each that it provides for. */
public enum Question {
    /** Authority given to the group by its practices. */
    MANDATE,
    /** The statement of purpose. */
    PURPOSE,
    /** Who holds a seat. */
    SEAT,
    /** A power for the executive. */
    POWER,
    /** A change of a practice's operating model; the alternatives must be shown. */
    OPERATING_MODEL,
    /** Anything else. */
    ORDINARY;

    private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As the API, the table and events say it. */
    @JsonValue
    public String slug() {
        return slug;
    }
}
