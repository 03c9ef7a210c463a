package org.folkmoot.portal.people;

import java.util.List;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.frame.RoleName;
import org.folkmoot.portal.service.Tenants.Person;
import org.jspecify.annotations.Nullable;

/**
 * People of the ICS.
 *
 * @param q words that were searched for
 * @param role the role that is wanted, or empty
 * @param sort the order that is wanted; null for that of user names
 */
public record PeopleView(String q, String role, @Nullable String sort, List<RoleName> roles, Listing<Row> list) {

    /** Somebody in the list. */
    public record Row(
            String href, String name, @Nullable String mail, String roles, String organisations, boolean enabled) {

        static Row of(String base, Person person) {
            return new Row(
                    base + "/people/" + person.id() + "/",
                    person.fullName(),
                    person.mail(),
                    RoleName.words(person.roles()),
                    String.join(", ", person.organisations()),
                    person.enabled());
        }
    }
}
