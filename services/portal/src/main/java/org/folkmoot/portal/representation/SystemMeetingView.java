package org.folkmoot.portal.representation;

import java.util.List;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.frame.Panel;
import org.folkmoot.portal.service.Groups.Group;
import org.folkmoot.portal.service.Representation.Representative;
import org.folkmoot.portal.service.Representation.SystemMeeting;
import org.jspecify.annotations.Nullable;

/**
 * A meeting of others.
 *
 * @param rhythm how often it meets
 * @param seats who sits on each of general practice's seats, sat there and will
 * @param sittings its dates, the latest first
 * @param mayPlan whether the person may enter its dates and name who sits there
 * @param done what has just been done, in a sentence; null if nothing
 */
public record SystemMeetingView(
        SystemMeeting meeting,
        String rhythm,
        Group group,
        Panel<List<Seat>> seats,
        Listing<SittingsView.Row> sittings,
        boolean mayPlan,
        @Nullable String done) {

    /** A seat with all who were named for it, the latest term first. */
    public record Seat(String name, List<Named> named) {
        public Seat {
            named = List.copyOf(named);
        }
    }

    /** Somebody who was named for a seat. */
    public record Named(Representative representative, SeatWords state) {}

    /** Where its dates are entered. */
    public String datesHref(String base) {
        return href(base) + "dates/add/";
    }

    /** Where it is said who sits there. */
    public String nameHref(String base) {
        return href(base) + "name/";
    }

    private String href(String base) {
        return base + "/representation/" + meeting.id() + "/";
    }
}
