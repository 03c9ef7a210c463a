package org.folkmoot.portal.meeting;

import java.time.Instant;
import java.util.List;
import org.folkmoot.portal.frame.EveryGroup;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.rule.RuleWords.Named;
import org.folkmoot.portal.service.Groups.Group;
import org.folkmoot.portal.service.Meetings.Meeting;
import org.folkmoot.portal.service.Meetings.Series;
import org.jspecify.annotations.Nullable;

/**
 * Series and meetings of the ICS.
 *
 * @param show which are wanted: empty for all, {@code ahead} or {@code past}
 * @param body who meets, or empty
 * @param group the group that is wanted, or empty
 * @param mayAdd whether the person may draft meetings
 * @param maySeeItems whether the person may see what waits for an agenda
 * @param done what has just been done, in a sentence; null if nothing
 */
public record MeetingsView(
        String show,
        String body,
        String group,
        List<Group> groups,
        boolean mayAdd,
        boolean maySeeItems,
        List<SeriesRow> series,
        Listing<Row> list,
        @Nullable String done) {

    public List<Named> bodies() {
        return MeetingWords.BODIES;
    }

    /** A series. */
    public record SeriesRow(Series series, String group, String body, String rhythm) {

        static SeriesRow of(EveryGroup.Of<Series> known) {
            Series series = known.what();
            return new SeriesRow(
                    series, known.group().name(), MeetingWords.body(series.body()), MeetingWords.rhythm(series));
        }

        /** Its next hour; null if it meets no more. */
        public @Nullable Instant next() {
            return series.next().isEmpty() ? null : series.next().getFirst();
        }
    }

    /** A meeting in the list. */
    public record Row(String href, Meeting meeting, String group, String body, MeetingWords state) {

        static Row of(String base, EveryGroup.Of<Meeting> known) {
            Meeting meeting = known.what();
            return new Row(
                    base + "/meetings/" + meeting.id() + "/",
                    meeting,
                    known.group().name(),
                    MeetingWords.body(meeting.body()),
                    MeetingWords.of(meeting));
        }
    }
}
