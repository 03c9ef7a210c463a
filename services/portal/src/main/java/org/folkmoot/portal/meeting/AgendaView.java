package org.folkmoot.portal.meeting;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.service.Meetings.Item;
import org.folkmoot.portal.service.Meetings.Meeting;

/**
 * The form to put an agenda in order.
 *
 * @param tag the version that the person looks at
 * @param lines what stands on it, in order, and then what could
 */
public record AgendaView(Meeting meeting, String tag, List<Line> lines, Form form) {

    /** The field in which the place of an item is entered. */
    public record Line(Item item, String kind, String field) {

        static Line of(Item item) {
            return new Line(item, MeetingWords.kind(item), field(item));
        }

        static String field(Item item) {
            return "place-" + item.id();
        }
    }
}
