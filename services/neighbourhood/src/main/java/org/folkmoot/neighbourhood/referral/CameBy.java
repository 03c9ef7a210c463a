package org.folkmoot.neighbourhood.referral;

import java.util.Locale;

/** By which way a referral comes. */
public enum CameBy {
    /** Somebody of a practice wrote it. */
    PRACTICE,
    /** A practice's system sent it. */
    MESSAGE,
    /** A list found the person before anybody asked. */
    CASE_FINDING;

    private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As the API, the table and events say it. */
    public String slug() {
        return slug;
    }
}
