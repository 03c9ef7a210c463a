package org.folkmoot.neighbourhood.notice;

import java.util.Arrays;
import java.util.Locale;

/** Of what somebody is told. */
enum NoticeKind {
    /** Another team would transfer a person to theirs. */
    TRANSFER_OFFERED,
    /** The other team took the person over, or does not. */
    TRANSFER_ANSWERED,
    /** A colleague would hand a person over to them. */
    HANDOVER_OFFERED,
    /** Somebody named them as a person's case manager. */
    ASSIGNED;

    private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As the table says it. */
    String slug() {
        return slug;
    }

    static NoticeKind of(String slug) {
        return Arrays.stream(values())
                .filter(kind -> kind.slug.equals(slug))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no notice is " + slug));
    }
}
