package org.folkmoot.executive;

import java.util.Locale;
import org.folkmoot.problem.ProblemType;

/** The problems that only this service answers. */
public enum ExecutiveProblem implements ProblemType {
    /** The power that was cited does not let this be decided. */
    DECISION_NOT_COVERED("No power covers this decision", 409),
    /** The decision is in another state. */
    DECISION_NOT_IN_STATE("The decision is not in a state for this", 409),
    /** The decision is void, or whether it stands is not known. */
    DECISION_NOT_STANDING("The decision does not stand", 409),
    /** The meeting is in another state. */
    MEETING_NOT_IN_STATE("The meeting is not in a state for this", 409),
    /** What must be dealt with was left out of an agenda. */
    AGENDA_INCOMPLETE("The agenda leaves out what belongs on it", 409),
    /** The item is on an agenda, or has been dealt with. */
    AGENDA_ITEM_NOT_WAITING("The agenda item does not wait for an agenda", 409),
    /** No mandate in force stands behind it. */
    REPRESENTATIVE_NOT_MANDATED("No mandate stands behind this representative", 409),
    /** The term is over. */
    REPRESENTATIVE_NOT_IN_STATE("The representative is not in a state for this", 409),
    /** Somebody sits there. */
    CHAIR_NOT_FREE("The chair is not free in that time", 409),
    /** The sitting is ahead, over, cancelled or reported. */
    SITTING_NOT_IN_STATE("The sitting is not in a state for this", 409),
    /** The bulletin is published, or asks nothing any more. */
    BULLETIN_NOT_IN_STATE("The bulletin is not in a state for this", 409),
    /** No practice is in the audience. */
    AUDIENCE_EMPTY("Nobody is in the audience", 409),
    /** There is a response, or it was set aside. */
    RECOMMENDATION_NOT_IN_STATE("The recommendation is not in a state for this", 409),
    /** The action is in another state. */
    ACTION_NOT_IN_STATE("The action is not in a state for this", 409),
    /** Another action has to be done first. */
    ACTION_BLOCKED("The action waits for another", 409),
    /** The enquiry is in another state. */
    ENQUIRY_NOT_IN_STATE("The enquiry is not in a state for this", 409),
    /** The enquirer used this reference before. */
    ENQUIRY_ALREADY_KNOWN("The enquiry is known already", 409),
    /** The priority is in another position. */
    PRIORITY_NOT_IN_POSITION("The priority is not in a position for this", 409);

    private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final String title;
    private final int status;

    ExecutiveProblem(String title, int status) {
        this.title = title;
        this.status = status;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public int status() {
        return status;
    }
}
