package org.folkmoot.tenants.people;

import org.folkmoot.tenancy.Roles;

/** The roles that can be given, as a pattern for annotations; a test compares it with {@link Roles#OF_AN_ICS}. */
final class IcsRole {

    static final String PATTERN = Roles.PCN_CLINICAL_DIRECTOR
            + "|" + Roles.PRACTICE_VOTER
            + "|" + Roles.LMC_EXECUTIVE
            + "|" + Roles.GROUP_SECRETARY
            + "|" + Roles.EXECUTIVE_MANAGER
            + "|" + Roles.INT_CLINICIAN
            + "|" + Roles.CASE_MANAGER
            + "|" + Roles.ICS_OBSERVER
            + "|" + Roles.ICS_ADMIN;

    static final String REFUSAL = "must be a role of an ICS";

    private IcsRole() {}
}
