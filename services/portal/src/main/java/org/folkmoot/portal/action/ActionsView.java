package org.folkmoot.portal.action;

import java.util.List;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.service.Actions.Action;
import org.folkmoot.portal.service.Groups.Group;

/**
 * Actions of the ICS.
 *
 * @param whose whose they are: {@code me}, {@code all}, or the code of an organisation that they concern
 * @param choices for the switch between those
 * @param state the state that is wanted, or empty
 * @param overdue whether only what is overdue is wanted
 * @param group the group that is wanted, or empty
 * @param paper the address of the list on paper
 */
public record ActionsView(
        String whose,
        List<Choice> choices,
        String state,
        boolean overdue,
        String group,
        List<Group> groups,
        String paper,
        Listing<Row> list) {

    /** A way to look at the list. */
    public record Choice(String words, String href, boolean here) {}

    /** An action in the list. */
    public record Row(String href, Action action, ActionWords state) {

        static Row of(String base, Action action) {
            return new Row(base + "/actions/" + action.id() + "/", action, ActionWords.of(action));
        }
    }
}
