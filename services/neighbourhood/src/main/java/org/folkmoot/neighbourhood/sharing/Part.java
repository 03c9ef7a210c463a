package org.folkmoot.neighbourhood.sharing;

import java.util.Locale;

/** A part of a person's record, as it is read. */
public enum Part {
    /** What was found. */
    ASSESSMENT,
    /** What is done. */
    CARE_PLAN,
    /** What their practices are told. */
    GP_UPDATES,
    /** With whom it is shared, which is itself shared with nobody. */
    SHARES;

    /** What can be shared, as the API and the table say it. */
    static final String SHAREABLE = "assessment|care-plan|gp-updates";

    private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As the API, the table and the record of reads say it. */
    public String slug() {
        return slug;
    }
}
