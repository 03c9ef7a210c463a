package org.folkmoot.mandate.notice;

import java.util.Locale;

/** What a notice tells. */
enum NoticeKind {
    /** A ballot has opened. */
    OPENED,
    /** It closes soon, and a vote has not been cast. */
    CLOSING,
    /** Its result. */
    DECLARED;

    private final String slug = name().toLowerCase(Locale.ROOT);

    /** As tables and the API say it; the column of a mailbox that says whether its person wants such mails. */
    String slug() {
        return slug;
    }

    static NoticeKind of(String slug) {
        return valueOf(slug.toUpperCase(Locale.ROOT));
    }
}
