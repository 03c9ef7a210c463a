package org.folkmoot.neighbourhood.referral;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a referral goes on to another team. */
public enum RedirectReason {
    /** The person lives elsewhere. */
    OTHER_NEIGHBOURHOOD,
    /** The other team can do what is needed. */
    OTHER_SKILLS,
    /** This team cannot see to it in time. */
    NO_CAPACITY;

    private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As the API, the table and events say it. */
    @JsonValue
    public String slug() {
        return slug;
    }
}
