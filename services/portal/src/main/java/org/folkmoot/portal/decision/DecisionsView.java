package org.folkmoot.portal.decision;

import java.util.List;
import org.folkmoot.portal.frame.EveryGroup;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.service.Decisions.Decision;
import org.folkmoot.portal.service.Groups.Group;

/**
 * Decisions of the ICS.
 *
 * @param state the state that is wanted, or empty
 * @param group the group that is wanted, or empty
 * @param sort what the list is in the order of
 * @param mayAdd whether the person may decide
 */
public record DecisionsView(
        String state, String group, String sort, List<Group> groups, boolean mayAdd, Listing<Row> list) {

    /** A decision in the list. */
    public record Row(String href, Decision decision, String group, DecisionWords state, String money) {

        static Row of(String base, EveryGroup.Of<Decision> known) {
            Decision decision = known.what();
            return new Row(
                    base + "/decisions/" + decision.id() + "/",
                    decision,
                    known.group().name(),
                    DecisionWords.of(decision),
                    DecisionView.money(decision));
        }
    }
}
