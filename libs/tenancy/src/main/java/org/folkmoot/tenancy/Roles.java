package org.folkmoot.tenancy;

import java.util.Set;

/**
 * The names of the roles in a token. A role says what a person may do; the organisations in the token say for whom, and
 * both are checked ({@link Caller}).
 */
public final class Roles {

    public static final String PCN_CLINICAL_DIRECTOR = "pcn-clinical-director";
    public static final String PRACTICE_VOTER = "practice-voter";
    public static final String LMC_EXECUTIVE = "lmc-executive";
    public static final String GROUP_SECRETARY = "group-secretary";
    public static final String EXECUTIVE_MANAGER = "executive-manager";
    public static final String INT_CLINICIAN = "int-clinician";
    public static final String CASE_MANAGER = "case-manager";
    public static final String ICS_OBSERVER = "ics-observer";
    public static final String ICS_ADMIN = "ics-admin";

    /**
     * Whoever has any of these. No realm gives it and no token's claim to it is believed: it follows from the others, for
     * what everybody of an ICS may see and the platform's operators may not.
     */
    public static final String ANYBODY_OF_AN_ICS = "anybody-of-an-ics";

    /** Exists in the platform realm only; an ICS's realm that claims it is not believed. */
    public static final String PLATFORM_OPERATOR = "platform-operator";

    /** Every role that an ICS's realm can give. */
    public static final Set<String> OF_AN_ICS = Set.of(
            PCN_CLINICAL_DIRECTOR,
            PRACTICE_VOTER,
            LMC_EXECUTIVE,
            GROUP_SECRETARY,
            EXECUTIVE_MANAGER,
            INT_CLINICIAN,
            CASE_MANAGER,
            ICS_OBSERVER,
            ICS_ADMIN);

    /** Every role that the platform realm can give. */
    public static final Set<String> OF_THE_PLATFORM = Set.of(PLATFORM_OPERATOR);

    private Roles() {}
}
