package org.folkmoot.mandate.rule;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who votes: an organisation through its people, or the person who holds a seat. */
public enum ElectorKind {
    /** A practice, through anybody who may vote for it. */
    PRACTICE,
    /** A primary care network, through its clinical directors. */
    PCN,
    /** A seat of the group, by its holder alone. */
    SEAT;

    private final String slug = name().toLowerCase(Locale.ROOT);

    /** As the API, the table and events say it. */
    @JsonValue
    public String slug() {
        return slug;
    }

    /** The kind of that slug. */
    public static ElectorKind of(String slug) {
        return valueOf(slug.toUpperCase(Locale.ROOT));
    }
}
