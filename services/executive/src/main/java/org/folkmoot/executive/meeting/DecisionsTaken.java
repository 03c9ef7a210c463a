package org.folkmoot.executive.meeting;

import java.util.List;
import java.util.UUID;

/** What was decided at a meeting: asked of the decisions, which know meetings and not the other way round. */
public interface DecisionsTaken {

    /**
     * A decision in the minutes.
     *
     * @param words the decision itself
     * @param stands whether its power stood, by all that is known now
     */
    record Taken(String title, String words, String reason, boolean stands) {}

    /** The decisions that were taken at that meeting, in their order. */
    List<Taken> at(UUID meeting);
}
