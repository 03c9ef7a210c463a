package org.folkmoot.executive.meeting;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was decided at a meeting: asked of the decisions, which know meetings and not the other way round. */
public interface DecisionsTaken {

    /**
     * A decision in the minutes.
     *
     * @param words the decision itself
     * @param under what covered it: the subject of its power, and which version of that held
     * @param terms what it costs and for how long it binds, a line for each
     * @param options what else was considered and why it was not chosen, a line for each
     * @param consultation who was asked before, and what they said
     * @param stands whether its power stood, by all that is known now; null while that is not known
     */
    record Taken(
            String title,
            String words,
            String reason,
            String under,
            List<String> terms,
            List<String> options,
            @Nullable String consultation,
            @Nullable Boolean stands) {

        public Taken {
            terms = List.copyOf(terms);
            options = List.copyOf(options);
        }
    }

    /**
     * A decision that no power covered.
     *
     * @param unmet why not, a sentence for each condition
     * @param escalated whether the group deals with it
     */
    record Refused(String title, List<String> unmet, boolean escalated) {

        public Refused {
            unmet = List.copyOf(unmet);
        }
    }

    /** The decisions that were taken at that meeting, in their order. */
    List<Taken> at(UUID meeting);

    /** The decisions that were refused at that meeting, in their order. */
    List<Refused> refusedAt(UUID meeting);
}
