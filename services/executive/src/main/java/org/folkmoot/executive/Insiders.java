package org.folkmoot.executive;

import java.util.Set;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Roles;

/** Who belongs to general practice here. Everybody else who may read sees what is published, and nobody's name in it. */
public final class Insiders {

    private static final Set<String> ROLES = Set.of(
            Roles.PCN_CLINICAL_DIRECTOR,
            Roles.PRACTICE_VOTER,
            Roles.LMC_EXECUTIVE,
            Roles.GROUP_SECRETARY,
            Roles.EXECUTIVE_MANAGER,
            Roles.ICS_ADMIN);

    private static final Set<String> OFFICE = Set.of(Roles.GROUP_SECRETARY, Roles.EXECUTIVE_MANAGER);

    private Insiders() {}

    /** Whether the caller is one. */
    public static boolean include(Caller caller) {
        return caller.roles().stream().anyMatch(ROLES::contains);
    }

    /** Whether the caller is of the office, which keeps agendas and actions for the others. */
    public static boolean areTheOffice(Caller caller) {
        return caller.roles().stream().anyMatch(OFFICE::contains);
    }
}
