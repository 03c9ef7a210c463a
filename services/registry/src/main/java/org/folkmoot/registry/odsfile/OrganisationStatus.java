package org.folkmoot.registry.odsfile;

import java.util.Locale;

/** Whether an organisation works. */
public enum OrganisationStatus {
    /** It works (A; ACTIVE). */
    OPEN,
    /** It has ended (C; INACTIVE). */
    CLOSED,
    /** It exists and does not work (D; DORMANT). */
    DORMANT,
    /** It is to open (P, or an open date still ahead). */
    PROPOSED;

    private final String slug = name().toLowerCase(Locale.ROOT);

    /** The status as the API writes it. */
    public String slug() {
        return slug;
    }
}
