package org.folkmoot.mandate.group;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.folkmoot.mandate.electorate.Footprint;
import org.jspecify.annotations.Nullable;

/**
 * What other parts of the service need to know of a group on a day.
 *
 * @param id the group
 * @param name what it is called
 * @param footprint whose practices it speaks for
 * @param constitution the number of the version in force; 0 if none is
 * @param charter what that version says; null if none is in force
 */
public record GroupOnDay(
        UUID id,
        String name,
        Footprint footprint,
        int constitution,
        @Nullable Charter charter) {

    /**
     * A seat that somebody holds.
     *
     * @param seat its key
     * @param name what people call it
     * @param kind what it is for
     * @param holder the subject of who holds it
     * @param holderName their name
     * @param until their last day
     */
    public record Seat(String seat, String name, SeatKind kind, String holder, String holderName, LocalDate until) {}

    /** Those of these seats that have a vote. */
    public static List<Seat> voting(List<Seat> seats) {
        return seats.stream().filter(seat -> seat.kind().votes()).toList();
    }
}
