package org.folkmoot.portal.representation;

import java.util.List;
import org.folkmoot.portal.frame.EveryGroup;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.frame.Words;
import org.folkmoot.portal.service.Groups.Group;
import org.folkmoot.portal.service.Representation.Sitting;
import org.folkmoot.portal.service.Representation.SystemMeeting;
import org.jspecify.annotations.Nullable;

/**
 * The register of meetings of others.
 *
 * @param show which are wanted: nothing for all, or the word empty for those with an empty chair
 * @param group the group that is wanted, or empty
 * @param sort what the list is in the order of
 * @param overdue how many reports are overdue
 * @param empty how many sittings ahead have an empty chair
 * @param mayAdd whether the person may register one
 */
public record RegisterView(
        String show,
        String group,
        String sort,
        List<Group> groups,
        long overdue,
        long empty,
        boolean mayAdd,
        Listing<Row> list) {

    /**
     * A meeting in the list.
     *
     * @param next its next sitting; null while none is entered
     */
    public record Row(
            String href,
            SystemMeeting meeting,
            String group,
            @Nullable Sitting next) {

        static Row of(String base, EveryGroup.Of<SystemMeeting> known, @Nullable Sitting next) {
            SystemMeeting meeting = known.what();
            return new Row(
                    base + "/representation/" + meeting.id() + "/",
                    meeting,
                    known.group().name(),
                    next);
        }

        /** How many of its seats are filled at its next sitting, in words. */
        public String filled() {
            int seats = meeting.seats().size();
            return next == null
                    ? Words.counted(seats, "seat", "seats")
                    : "%d of %s filled".formatted(seats - next.emptyChairs(), Words.counted(seats, "seat", "seats"));
        }

        /** Whether a chair is empty at its next sitting. */
        public boolean empty() {
            return next != null && next.emptyChairs() > 0;
        }
    }
}
