package org.folkmoot.portal.group;

import java.util.List;
import java.util.stream.IntStream;
import org.folkmoot.portal.frame.Words;
import org.folkmoot.portal.service.Groups.SeatRule;

/**
 * A seat as a line of a list.
 *
 * @param name as entered; it may be empty
 * @param words for whom it is, and for how long
 * @param href where it is changed
 */
public record SeatLine(String name, String words, String href) {

    /** All seats that have been entered, in their order. */
    static List<SeatLine> of(CharterForm charter, CharterWay way) {
        List<SeatRule> seats = charter.charter().seats();
        return IntStream.range(0, seats.size())
                .mapToObj(at -> of(seats.get(at), way.to(CharterPage.seat(at)).href()))
                .toList();
    }

    private static SeatLine of(SeatRule seat, String href) {
        String codes = seat.constituency().isEmpty() ? "" : " (" + String.join(", ", seat.constituency()) + ")";
        return new SeatLine(
                seat.name().isEmpty() ? "Without a name" : seat.name(),
                "%s%s, %s"
                        .formatted(
                                GroupWords.words(GroupWords.SEATS, seat.kind()),
                                codes,
                                Words.counted(seat.termMonths(), "month", "months")),
                href);
    }
}
