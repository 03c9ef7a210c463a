package org.folkmoot.executive.enquiry;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How an enquiry ended. */
public enum Outcome {
    /** Its enquirer was answered. */
    ANSWERED,
    /** Its enquirer wants to know it no more. */
    WITHDRAWN,
    /** It is not for general practice to answer. */
    NOT_FOR_US,
    /** The same was asked in another one. */
    DUPLICATE;

    private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As the API, the table and events say it. */
    @JsonValue
    public String slug() {
        return slug;
    }
}
