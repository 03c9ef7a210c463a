package org.folkmoot.portal.group;

import java.util.List;
import org.folkmoot.portal.frame.Panel;
import org.folkmoot.portal.service.Groups.Group;
import org.folkmoot.portal.service.Groups.Standing;

/**
 * The groups of the ICS.
 *
 * @param mayAdd whether the person may found one
 */
public record GroupsView(List<Row> rows, boolean mayAdd, String csv, String xlsx) {

    /** A group in the list. */
    public record Row(Group group, Panel<Standing> standing) {

        /** Its standing as a tag. */
        public GroupWords tag() {
            return GroupWords.standing(standing.value().standing());
        }
    }
}
