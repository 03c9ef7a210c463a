package org.folkmoot.registry.capability;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What is shared. */
public enum CapabilityKind {
    WORKFORCE,
    BACK_OFFICE,
    /** The care for buildings; a building itself is {@link #PREMISES}. */
    ESTATES,
    IT,
    HR,
    FINANCE,
    /** Work that the practices took on together, and what it pays. */
    NEW_INCOME,
    /** Staff who work in turn in general practice and elsewhere. */
    ROTATION,
    PREMISES;

    private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As the API and the table say it. */
    @JsonValue
    public String slug() {
        return slug;
    }
}
