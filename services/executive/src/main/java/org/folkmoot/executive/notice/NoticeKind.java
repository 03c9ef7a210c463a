package org.folkmoot.executive.notice;

import java.util.Locale;

/** What a notice tells. */
enum NoticeKind {
    /** Of what somebody is reminded. */
    REMINDER,
    /** What somebody has to see to. */
    DIGEST,
    /** What everybody has to see to. */
    OFFICE;

    private final String slug = name().toLowerCase(Locale.ROOT);

    /** As tables say it; the column of a mailbox that says whether its person wants such mails. */
    String slug() {
        return slug;
    }

    static NoticeKind of(String slug) {
        return valueOf(slug.toUpperCase(Locale.ROOT));
    }
}
