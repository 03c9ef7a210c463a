package org.folkmoot.portal.home;

import java.util.List;
import org.folkmoot.portal.frame.Panel;
import org.folkmoot.portal.home.VoiceView.Line;
import org.jspecify.annotations.Nullable;

/**
 * What the first page says of actions and meetings. A part that is null is not for this person.
 *
 * @param due actions of the person, or of the person's PCN
 * @param next meetings that are in session, or else the next one
 * @param watch what an LMC executive watches
 */
public record WorkView(
        @Nullable Panel<Due> due,
        Panel<List<Meeting>> next,
        @Nullable Panel<Watch> watch) {

    /**
     * Actions that are overdue, due today or within a week, the earliest due first.
     *
     * @param overdue how many are overdue
     * @param href all of them
     */
    public record Due(int overdue, List<Line> actions, String href) {

        private static final int SHOWN = 2;

        /** Those that have a place on the page. */
        public List<Line> first() {
            return actions.stream().limit(SHOWN).toList();
        }
    }

    /**
     * A meeting.
     *
     * @param words when it is, or until when it is planned
     */
    public record Meeting(String href, String name, boolean now, String words) {}

    /**
     * What an LMC executive watches.
     *
     * @param refused decisions that no power covered, the newest first
     * @param overdue how many actions are overdue
     * @param more whether there are more than were counted
     */
    public record Watch(List<Line> refused, int overdue, boolean more) {}
}
