package org.folkmoot.portal.home;

import java.util.List;
import org.folkmoot.nhsuk.picture.Bar;
import org.folkmoot.nhsuk.picture.Sparkline;
import org.folkmoot.nhsuk.picture.Unit;
import org.folkmoot.portal.frame.Panel;
import org.jspecify.annotations.Nullable;

/**
 * What the first page says of referrals to neighbourhood teams.
 *
 * @param todo what waits for the person, the most pressing first
 * @param now how the referrals of the person's teams or practices stand; null if they have neither
 * @param course how people waited, and how many came by week
 * @param list the address of the list of them
 */
public record CaseView(Panel<List<Waiting>> todo, @Nullable Panel<Now> now, Panel<Course> course, String list) {

    private static final Unit REFERRALS = new Unit("referral", "referrals");

    /** Whether it is said already that something is missing. */
    public boolean troubled() {
        return now != null && now.trouble() != null;
    }

    /**
     * Something that waits for the person.
     *
     * @param href where it is seen to
     * @param number how many there are
     * @param words what they are
     */
    public record Waiting(String href, int number, String words) {}

    /**
     * How referrals stand.
     *
     * @param waiting for how many no team has said what becomes of them
     * @param figures about those who wait, each in a few words
     */
    public record Now(int waiting, List<String> figures) {
        public Now {
            figures = List.copyOf(figures);
        }
    }

    /**
     * How people waited.
     *
     * @param of whose measures these are
     * @param month the latest month of which a figure is known; null if none is
     * @param figures of that month, each in a few words
     * @param weeks how many were referred in each week of which it may be said
     */
    public record Course(String of, @Nullable String month, List<String> figures, List<Bar> weeks) {
        public Course {
            figures = List.copyOf(figures);
            weeks = List.copyOf(weeks);
        }

        /** How many were referred in each week. */
        public Sparkline picture() {
            return new Sparkline("Referrals by week, " + of, REFERRALS, "Week from", weeks);
        }
    }
}
