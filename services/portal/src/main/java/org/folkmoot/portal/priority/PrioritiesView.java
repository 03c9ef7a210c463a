package org.folkmoot.portal.priority;

import java.util.List;
import org.folkmoot.portal.frame.EveryGroup;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.rule.RuleWords.Named;
import org.folkmoot.portal.service.Groups.Group;
import org.folkmoot.portal.service.Priorities.Priority;

/**
 * Priorities of the ICS.
 *
 * @param position where those that are wanted stand, or empty
 * @param aim what those that are wanted are for, or empty
 * @param group the group that is wanted, or empty
 * @param sort what the list is in the order of
 * @param maySeeOpen whether the person sees those that no ballot has adopted yet
 * @param mayAdd whether the person may propose one
 */
public record PrioritiesView(
        String position,
        String aim,
        String group,
        String sort,
        List<Group> groups,
        boolean maySeeOpen,
        boolean mayAdd,
        Listing<Row> list) {

    /** A priority in the list. */
    public record Row(String href, Priority priority, String aim, String group, PriorityWords state) {

        static Row of(String base, EveryGroup.Of<Priority> known) {
            Priority priority = known.what();
            return new Row(
                    base + "/priorities/" + priority.id() + "/",
                    priority,
                    PriorityWords.aim(priority.aim()),
                    known.group().name(),
                    PriorityWords.of(priority));
        }

        /** How much of it was measured, in words. */
        public String measured() {
            return priority.measures().isEmpty()
                    ? ""
                    : priority.measured() + " of " + priority.measures().size();
        }
    }

    /** What a priority can be for. */
    public List<Named> aims() {
        return PriorityWords.AIMS;
    }
}
