package org.folkmoot.portal.home;

import java.util.ArrayList;
import java.util.List;
import org.folkmoot.portal.frame.Panel;
import org.folkmoot.portal.home.VoiceView.Line;
import org.jspecify.annotations.Nullable;

/**
 * What the first page says of actions, enquiries, bulletins and meetings. A part that is null is not for this person.
 *
 * @param due actions of the person, or of the person's PCN
 * @param asked what the practices are asked for which the person speaks
 * @param enquiries those that wait for the person
 * @param reports reports back that are overdue: the person's own, or all for who keeps the register
 * @param bulletins those that wait to be acknowledged
 * @param next meetings that are in session, or else the next one
 * @param calendar where the person finds the address for a calendar program, or null
 * @param watch what an LMC executive watches
 */
public record WorkView(
        @Nullable Panel<Due> due,
        @Nullable Panel<Waiting> asked,
        @Nullable Panel<Waiting> enquiries,
        @Nullable Panel<Waiting> reports,
        @Nullable Panel<Waiting> bulletins,
        Panel<List<Meeting>> next,
        @Nullable String calendar,
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

    /** What the parts that need the person say of their trouble, each sentence once: they mostly come from one service. */
    public List<String> troubles() {
        var troubles = new ArrayList<String>();
        note(troubles, due);
        note(troubles, asked);
        note(troubles, enquiries);
        note(troubles, reports);
        note(troubles, bulletins);
        return List.copyOf(troubles);
    }

    private static void note(List<String> troubles, @Nullable Panel<?> part) {
        String trouble = part == null ? null : part.trouble();
        if (trouble != null && !troubles.contains(trouble)) {
            troubles.add(trouble);
        }
    }

    /**
     * Things that wait for somebody, the most urgent first.
     *
     * @param overdue how many are overdue
     */
    public record Waiting(int overdue, List<Line> lines) {

        private static final int SHOWN = 2;

        public Waiting {
            lines = List.copyOf(lines);
        }

        /** Those that have a place on the page. */
        public List<Line> first() {
            return lines.stream().limit(SHOWN).toList();
        }
    }

    /**
     * A meeting.
     *
     * @param words when it is, or until when it is planned
     * @param pack its agenda and items on paper, or null for who may not open it
     */
    public record Meeting(
            String href,
            String name,
            boolean now,
            String words,
            @Nullable String pack) {}

    /**
     * What an LMC executive watches.
     *
     * @param refused decisions that no power covered, the newest first
     * @param overdue how many actions are overdue
     * @param more whether there are more than were counted
     * @param reports how many reports of representatives are overdue
     */
    public record Watch(List<Line> refused, int overdue, boolean more, int reports) {}
}
