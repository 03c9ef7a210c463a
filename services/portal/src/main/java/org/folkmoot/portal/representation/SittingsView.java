package org.folkmoot.portal.representation;

import java.util.List;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.service.Groups.Group;
import org.folkmoot.portal.service.Representation.Sitting;

/**
 * Dates of meetings of others.
 *
 * @param show which are wanted: empty for those ahead, {@code empty}, {@code overdue}, {@code past} or {@code all}
 * @param mine whether only those are wanted for which the person is named
 * @param group the group that is wanted, or empty
 * @param sort what the list is in the order of
 */
public record SittingsView(
        String show, boolean mine, String group, String sort, List<Group> groups, Listing<Row> list) {

    /** A sitting in the list. */
    public record Row(String href, Sitting sitting, String group, SeatWords state) {

        static Row of(String base, Group group, Sitting sitting) {
            return new Row(base + "/sittings/" + sitting.id() + "/", sitting, group.name(), SeatWords.of(sitting));
        }
    }
}
