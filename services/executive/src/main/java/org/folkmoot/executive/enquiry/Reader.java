package org.folkmoot.executive.enquiry;

import java.util.List;
import java.util.Set;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Person;
import org.folkmoot.tenancy.Roles;

/**
 * Whoever looks at enquiries, or does something about them.
 *
 * @param desk whether they deal with enquiries, and so see them all
 * @param triage whether they say what becomes of one
 * @param organisations for whom they speak
 */
record Reader(Person person, boolean desk, boolean triage, List<String> organisations) {

    private static final Set<String> TRIAGE = Set.of(Roles.EXECUTIVE_MANAGER, Roles.LMC_EXECUTIVE);
    private static final Set<String> DESK =
            Set.of(Roles.EXECUTIVE_MANAGER, Roles.LMC_EXECUTIVE, Roles.GROUP_SECRETARY, Roles.ICS_ADMIN);

    static Reader of(Caller caller) {
        return new Reader(
                Person.of(caller),
                caller.roles().stream().anyMatch(DESK::contains),
                caller.roles().stream().anyMatch(TRIAGE::contains),
                caller.organisations().stream().map(OdsCode::code).toList());
    }

    boolean speaksFor(String organisation) {
        return organisations.contains(organisation);
    }

    /** Whether the enquiry is theirs to see to. */
    boolean seesTo(Enquiry enquiry) {
        return triage || enquiry.isAssignedTo(person.subject());
    }
}
