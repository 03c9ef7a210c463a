package org.folkmoot.portal.motion;

import java.util.List;
import org.folkmoot.portal.frame.EveryGroup;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.rule.RuleWords;
import org.folkmoot.portal.service.Groups.Group;
import org.folkmoot.portal.service.Motions.Motion;

/**
 * Motions of the ICS.
 *
 * @param state the state that is wanted, or empty
 * @param group the group that is wanted, or empty
 * @param sort what the list is in the order of
 * @param mayAdd whether the person may draft one
 */
public record MotionsView(
        String state, String group, String sort, List<Group> groups, boolean mayAdd, Listing<Row> list) {

    /** A motion in the list. */
    public record Row(String href, Motion motion, String group, String question, MotionWords state) {

        static Row of(String base, EveryGroup.Of<Motion> known) {
            return new Row(
                    base + "/motions/" + known.what().id() + "/",
                    known.what(),
                    known.group().name(),
                    RuleWords.question(known.what().question()),
                    MotionWords.of(known.what().state()));
        }
    }
}
