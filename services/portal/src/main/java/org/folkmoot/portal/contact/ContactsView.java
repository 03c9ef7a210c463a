package org.folkmoot.portal.contact;

import java.util.List;
import org.folkmoot.portal.frame.Found;
import org.folkmoot.portal.frame.Panel;
import org.folkmoot.portal.service.Contacts.Contact;
import org.folkmoot.portal.service.Footprints.Place;
import org.jspecify.annotations.Nullable;

/**
 * Whom to ring.
 *
 * @param specialty what its name holds, or empty
 * @param place the id of the place that is wanted, or empty
 * @param stale for how many days nobody has confirmed those that are wanted; empty for all
 * @param sort the order, if it is another than that of specialties
 * @param places of the ICS
 * @param records whether the person may record one
 */
public record ContactsView(
        String specialty,
        String place,
        String stale,
        @Nullable String sort,
        Panel<List<Place>> places,
        boolean records,
        Found<Contact> found) {}
