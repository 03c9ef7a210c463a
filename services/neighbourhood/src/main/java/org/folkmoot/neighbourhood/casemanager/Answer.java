package org.folkmoot.neighbourhood.casemanager;

import java.util.Locale;

/** What becomes of an offer to hand a person over. */
enum Answer {
    /** Whoever it was offered to owns the person's care. */
    ACCEPTED,
    /** They do not want to. */
    DECLINED,
    /** It was taken back. */
    WITHDRAWN;

    private final String slug = name().toLowerCase(Locale.ROOT);

    /** As the API and the table say it. */
    String slug() {
        return slug;
    }
}
