package org.folkmoot.portal.enquiry;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.frame.Panel;
import org.folkmoot.portal.service.Enquiries.Enquiry;
import org.folkmoot.portal.service.Groups.Group;
import org.folkmoot.portal.service.Tenants.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * The form to say who sees to an enquiry.
 *
 * @param tag the version that the person looks at
 * @param me the person who looks
 * @param mayLookUp whether they may look for others by name
 * @param found others of the name that was looked for; null before anybody was
 * @param groups those for which it can be answered; empty where that is settled
 */
public record AssignView(
        Enquiry enquiry,
        String tag,
        PersonName me,
        boolean mayLookUp,
        @Nullable Panel<List<PersonName>> found,
        List<Group> groups,
        Form form) {

    /** The others. */
    public List<PersonName> others() {
        return found == null || found.trouble() != null
                ? List.of()
                : found.value().stream()
                        .filter(person -> !person.id().equals(me.id()))
                        .toList();
    }
}
