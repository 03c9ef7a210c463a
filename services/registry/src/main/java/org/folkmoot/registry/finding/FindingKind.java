package org.folkmoot.registry.finding;

import java.util.Locale;

/** What can be found: the closed list. The API and the table say the {@link #slug()}. */
enum FindingKind {
    /** The ICB of a practice's place, by its postcode, is not the ICB that commissions it. The commissioner's counts. */
    ICB_DIFFERS_BETWEEN_FILES,
    /** The map and the file of cost centres name different sub-ICB locations. The map's counts. */
    SUB_ICB_DIFFERS_BETWEEN_FILES,
    /** On the patient register, and in no file of cost centres. */
    PRACTICE_WITHOUT_COST_CENTRE,
    /** On the patient register, and closed, dormant or not yet open. */
    REGISTERED_PRACTICE_NOT_OPEN,
    /** On the patient register, and without the GP practice role. */
    REGISTERED_WITHOUT_PRACTICE_ROLE,
    /** A practice on the map has no list size. */
    LIST_SIZE_MISSING,
    /** A network's, sub-ICB location's or ICB's published total is not the sum of its practices' lists of that date. */
    LIST_TOTAL_DIFFERS,
    /** The map names a network that no file of networks has. */
    PCN_UNKNOWN,
    /** Two memberships of a practice share a day. The later one counts. */
    OVERLAPPING_MEMBERSHIP,
    /** A network has members in more than one ICB. */
    PCN_IN_SEVERAL_ICBS,
    /** Two open networks have one name. */
    PCN_NAME_SHARED,
    /** The Organisation Data Service said that it changed, and what it said of it cannot be read. */
    ORGANISATION_NOT_READ;

    private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');

    String slug() {
        return slug;
    }
}
