package org.folkmoot.neighbourhood.access;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Person;

/**
 * Whoever looks at patients, or does something for them.
 *
 * @param organisations the practices and others for which they speak, by ODS code
 * @param roles what they may do
 */
public record Reader(Person person, List<String> organisations, Set<String> roles) {

    public Reader {
        organisations = List.copyOf(organisations);
        roles = Set.copyOf(roles);
    }

    /** Whoever stands behind the request. */
    public static Reader of(Caller caller) {
        return new Reader(
                Person.of(caller),
                caller.organisations().stream().map(OdsCode::code).sorted().toList(),
                caller.roles());
    }

    /** Who they are, for ever. */
    public String subject() {
        return person.subject();
    }

    /** Whether they speak for that organisation. */
    public boolean speaksFor(String organisation) {
        return organisations.contains(organisation);
    }

    /** Whether they have one of these roles. */
    public boolean isAnyOf(String... any) {
        return Arrays.stream(any).anyMatch(roles::contains);
    }
}
