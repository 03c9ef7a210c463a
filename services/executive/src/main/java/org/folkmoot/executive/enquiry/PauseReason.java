package org.folkmoot.executive.enquiry;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why an enquiry waits for its enquirer. */
public enum PauseReason {
    /** The enquirer has to say more. */
    MORE_INFORMATION_NEEDED,
    /** Nobody is there who asked. */
    ENQUIRER_UNAVAILABLE,
    /** The enquirer agreed to wait. */
    ENQUIRER_AGREED;

    private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As the API, the table and events say it. */
    @JsonValue
    public String slug() {
        return slug;
    }
}
