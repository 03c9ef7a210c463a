package org.folkmoot.mandate.rule;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The rule that says who may vote in a class, and how much each vote counts there. */
public enum Franchise {
    /** One practice, one vote. */
    ONE_PER_PRACTICE(ElectorKind.PRACTICE, true),
    /** A practice counts its registered patients. */
    REGISTERED_LIST(ElectorKind.PRACTICE, false),
    /** A practice counts its adjusted (need-weighted) list. */
    ADJUSTED_LIST(ElectorKind.PRACTICE, false),
    /** One network, one vote. */
    ONE_PER_PCN(ElectorKind.PCN, true),
    /** One vote for each seat of the group that has one. */
    SEATS(ElectorKind.SEAT, true);

    private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final ElectorKind electors;
    private final boolean alike;

    Franchise(ElectorKind electors, boolean alike) {
        this.electors = electors;
        this.alike = alike;
    }

    /** As the API, the table and events say it. */
    @JsonValue
    public String slug() {
        return slug;
    }

    /** Who votes. */
    public ElectorKind electors() {
        return electors;
    }

    /** Whether every vote counts the same. */
    public boolean isAlike() {
        return alike;
    }
}
