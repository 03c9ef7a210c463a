package org.folkmoot.portal.motion;

import java.util.List;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.Panel;
import org.folkmoot.portal.service.Ballots.Ballot;
import org.folkmoot.portal.service.Groups.Group;
import org.folkmoot.portal.service.Motions.Amendment;
import org.folkmoot.portal.service.Motions.Motion;
import org.folkmoot.portal.service.Motions.Objection;
import org.jspecify.annotations.Nullable;

/**
 * A motion with its amendments, ballots, objections and comments.
 *
 * @param tag the version that the person looks at
 * @param question what kind of question it is
 * @param may what the person may do with it
 * @param done what has just been done, in a sentence; null if nothing
 */
public record MotionView(
        Motion motion,
        String tag,
        Panel<Group> group,
        String question,
        MotionWords state,
        List<AmendmentRow> amendments,
        Panel<List<Ballot>> ballots,
        Panel<List<Objection>> objections,
        May may,
        @Nullable String done,
        FormErrors errors) {

    /** An amendment. */
    public record AmendmentRow(Amendment amendment, MotionWords state) {}

    /** What the person may do with the motion. */
    public record May(
            boolean table,
            boolean putToBallot,
            boolean amend,
            boolean settle,
            boolean withdraw,
            boolean object,
            boolean reply) {}
}
