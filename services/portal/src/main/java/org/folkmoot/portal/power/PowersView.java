package org.folkmoot.portal.power;

import java.util.List;
import org.folkmoot.portal.frame.EveryGroup;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.service.Groups.Group;
import org.folkmoot.portal.service.Powers.Power;

/**
 * The schemes of delegation of the ICS.
 *
 * @param state the state that is wanted, or empty; {@code review} for those due for review
 * @param group the group that is wanted, or empty
 * @param sort what the list is in the order of
 * @param mayAdd whether the person may propose one
 */
public record PowersView(
        String state, String group, String sort, List<Group> groups, boolean mayAdd, Listing<Row> list) {

    /** A power in the list. */
    public record Row(String href, Power power, String group, PowerWords state, String limit) {

        static Row of(String base, EveryGroup.Of<Power> known) {
            var terms = known.what().said();
            return new Row(
                    base + "/powers/" + known.what().id() + "/",
                    known.what(),
                    known.group().name(),
                    PowerWords.of(known.what().state()),
                    terms == null ? "" : PowerWords.limit(terms.limit()));
        }
    }
}
