package org.folkmoot.registry.odsfile;

/** The two ways in which the file of prescribing cost centres is written under one name. */
public enum Dialect {
    /** Status A, C, D or P; the prescribing setting is a number, 4 for a GP practice. */
    LEGACY("legacy"),
    /** Since 2026: ACTIVE, INACTIVE or DORMANT; the setting is ODS role codes separated by {@code |}, RO76 for a GP practice. */
    DSE("dse");

    private final String slug;

    Dialect(String slug) {
        this.slug = slug;
    }

    /** The name by which reports call the dialect. */
    public String slug() {
        return slug;
    }
}
