package org.folkmoot.portal.bulletin;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.service.Bulletins.Bulletin;
import org.folkmoot.portal.service.Footprints.Place;
import org.folkmoot.portal.service.Groups.Group;
import org.jspecify.annotations.Nullable;

/**
 * The form to write a bulletin.
 *
 * @param draft what is said anew; null if it is a new one
 * @param tag the version of that
 * @param groups in whose name it may be; none where that is settled
 * @param places those of the ICS
 */
public record BulletinFormView(
        @Nullable Bulletin draft, String tag, List<Group> groups, List<Place> places, String action, Form form) {}
