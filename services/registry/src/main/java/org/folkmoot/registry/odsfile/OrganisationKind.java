package org.folkmoot.registry.odsfile;

import java.util.Locale;

/** What an organisation of the national directory is. */
public enum OrganisationKind {
    /** A cost centre with the GP practice role (RO76; setting 4 in the legacy dialect). Welsh ones too. */
    PRACTICE,
    /** A primary care network. */
    PCN,
    /** An integrated care board. */
    ICB,
    /** A sub-ICB location. */
    SUB_ICB,
    /** A commissioning region of NHS England. */
    REGION,
    /** An NHS trust. */
    TRUST,
    /** A branch surgery of a practice. */
    BRANCH,
    /** A cost centre that is no GP practice: a hospice, a prison, out-of-hours, a clinic. */
    OTHER;

    private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The kind as the API writes it: {@code sub-icb}. */
    public String slug() {
        return slug;
    }
}
