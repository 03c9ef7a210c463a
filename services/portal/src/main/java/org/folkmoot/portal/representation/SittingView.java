package org.folkmoot.portal.representation;

import java.util.List;
import org.folkmoot.portal.frame.Panel;
import org.folkmoot.portal.service.Representation.Brief;
import org.folkmoot.portal.service.Representation.Chair;
import org.folkmoot.portal.service.Representation.Sitting;
import org.jspecify.annotations.Nullable;

/**
 * A date of a meeting of others: who sits there, what to say, and what was brought back.
 *
 * @param chairs general practice's seats
 * @param before earlier versions of the brief, the latest first; null where there is none
 * @param insider whether the person may read briefs and reports
 * @param done what has just been done, in a sentence; null if nothing
 */
public record SittingView(
        Sitting sitting,
        SeatWords state,
        List<Seat> chairs,
        @Nullable Panel<List<Brief>> before,
        boolean insider,
        May may,
        @Nullable String done) {

    /**
     * A seat.
     *
     * @param unmet why the mandate of whoever sits there does not count, in sentences
     */
    public record Seat(Chair chair, List<String> unmet) {
        public Seat {
            unmet = List.copyOf(unmet);
        }
    }

    /** What the person may do with it as it stands. */
    public record May(boolean brief, boolean report, boolean cancel) {}

    /** The address of something that is done with it. */
    public String href(String base, String what) {
        return base + "/sittings/" + sitting.id() + "/" + what + "/";
    }
}
