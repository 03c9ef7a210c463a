package org.folkmoot.registry.link;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a revision of a link did. Events have the same words for verbs. */
public enum LinkAct {
    ESTABLISHED,
    ENDED,
    /** Something else was true than had been believed. */
    CORRECTED,
    /** The link never was. */
    WITHDRAWN;

    private final String slug = name().toLowerCase(Locale.ROOT);

    /** As the API, the table and events say it. */
    @JsonValue
    public String slug() {
        return slug;
    }
}
