package org.folkmoot.portal.meeting;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.service.Meetings.Item;
import org.folkmoot.portal.service.Meetings.Meeting;

/**
 * The form to close a meeting.
 *
 * @param tag the version that the person looks at
 */
public record CloseView(Meeting meeting, String tag, Form form) {

    /** The field in which it is said what came of an item. */
    public String field(Item item) {
        return fieldOf(item);
    }

    static String fieldOf(Item item) {
        return "note-" + item.id();
    }

    /** What is on the agenda. */
    public List<Item> items() {
        return meeting.agenda();
    }
}
