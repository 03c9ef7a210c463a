package org.folkmoot.portal.meeting;

import org.folkmoot.portal.frame.EveryGroup;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.service.Meetings.Item;

/**
 * What waits for an agenda in the ICS.
 *
 * @param mayAdd whether the person may propose something
 */
public record ItemsView(boolean mayAdd, Listing<Row> list) {

    /** Something that waits. */
    public record Row(String href, Item item, String kind, String body, String group) {

        static Row of(String base, EveryGroup.Of<Item> known) {
            Item item = known.what();
            return new Row(
                    base + "/agenda-items/" + item.id() + "/",
                    item,
                    MeetingWords.kind(item),
                    MeetingWords.body(item.body()),
                    known.group().name());
        }
    }
}
