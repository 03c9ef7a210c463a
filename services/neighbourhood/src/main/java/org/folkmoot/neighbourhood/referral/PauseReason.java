package org.folkmoot.neighbourhood.referral;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a journey's clock stands still. There is no other reason. */
public enum PauseReason {
    /** The person cannot be seen. */
    PERSON_UNAVAILABLE,
    /** The person has still to agree. */
    AWAITING_CONSENT;

    private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As the API and the table say it. */
    @JsonValue
    public String slug() {
        return slug;
    }
}
