package org.folkmoot.neighbourhood.notification;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What became of a notification. */
public enum NotificationState {
    /** It has had its effect, or needed none. */
    DONE,
    /** Nobody who is known here is meant. */
    NOT_OURS,
    /** It means nothing here. */
    KEPT,
    /** What it tells of could not be found out, or people have to look. */
    UNRESOLVED,
    /** Whoever could tell what holds does not answer: it is looked at again by itself. */
    WAITING;

    private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As the API and the table say it. */
    @JsonValue
    public String slug() {
        return slug;
    }

    static NotificationState of(String slug) {
        return valueOf(slug.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
