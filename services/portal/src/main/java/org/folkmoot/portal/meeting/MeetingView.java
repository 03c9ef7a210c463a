package org.folkmoot.portal.meeting;

import java.util.List;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.Panel;
import org.folkmoot.portal.service.Decisions.Decision;
import org.folkmoot.portal.service.Groups.Group;
import org.folkmoot.portal.service.Meetings.Item;
import org.folkmoot.portal.service.Meetings.Meeting;
import org.jspecify.annotations.Nullable;

/**
 * A meeting with its agenda.
 *
 * @param tag the version that the person looks at
 * @param body who meets
 * @param left how long it goes on, while it is in session; null otherwise
 * @param decisions those taken or refused at it
 * @param maySeeActions whether the person may see who does what
 * @param done what has just been done, in a sentence; null if nothing
 */
public record MeetingView(
        Meeting meeting,
        String tag,
        MeetingWords state,
        String body,
        Panel<Group> group,
        List<Line> agenda,
        @Nullable String left,
        Panel<List<Decision>> decisions,
        boolean maySeeActions,
        May may,
        @Nullable String done,
        FormErrors errors) {

    /**
     * An item of the agenda.
     *
     * @param origin the address of the motion or decision behind it; null if there is none
     */
    public record Line(Item item, String kind, @Nullable String origin, MeetingWords state) {

        static Line of(String base, Item item) {
            String origin = switch (item.kind()) {
                case "motion" -> base + "/motions/" + item.origin() + "/";
                case "escalation" -> base + "/decisions/" + item.origin() + "/";
                default -> null;
            };
            return new Line(item, MeetingWords.kind(item), origin, MeetingWords.of(item));
        }
    }

    /** What the person may do with the meeting as it stands. */
    public record May(
            boolean arrange,
            boolean call,
            boolean open,
            boolean close,
            boolean approve,
            boolean decide,
            boolean assign,
            boolean cancel) {}

    /** Where a decision is taken at it. */
    public String decideHref(String base) {
        return base + "/decisions/add/?meeting=" + meeting.id();
    }

    /** Where an action that comes from it is assigned. */
    public String assignHref(String base) {
        return href(base) + "actions/add/";
    }

    /** Where it is cancelled. */
    public String cancelHref(String base) {
        return href(base) + "cancel/";
    }

    /** Where it is closed. */
    public String closeHref(String base) {
        return href(base) + "close/";
    }

    private String href(String base) {
        return base + "/meetings/" + meeting.id() + "/";
    }
}
