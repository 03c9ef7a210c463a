package org.folkmoot.portal.mdt;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.service.MdtMeetings.Discussed;
import org.folkmoot.portal.service.MdtMeetings.Meeting;
import org.folkmoot.portal.service.Teams.Team;
import org.jspecify.annotations.Nullable;

/**
 * A meeting.
 *
 * @param tag the version that the person looks at
 * @param people whom it discusses, in order
 * @param done what has just been done, in a sentence; null if nothing
 * @param at the referral of whom the form was sent that the page shows again; null if none was
 */
public record MeetingView(
        Meeting meeting,
        Team team,
        String tag,
        List<Line> people,
        @Nullable String done,
        @Nullable String at,
        Form form) {
    public MeetingView {
        people = List.copyOf(people);
    }

    /**
     * Somebody who is discussed.
     *
     * @param who the name; words in its place where the referral cannot be seen at the moment
     */
    public record Line(Discussed discussed, String who) {

        /** The referral, as the form names it. */
        public String key() {
            return discussed.referral().toString();
        }
    }

    /** What stands in a field of somebody's form that was sent just now; nothing before. */
    public String text(Line line, String field) {
        return isOpen(line) ? form.text(field) : "";
    }

    /** The notes of somebody: those that were sent just now, or those that are known. */
    public String notes(Line line) {
        String known = line.discussed().notes();
        return isOpen(line) && form.text("step").equals("note") ? form.text("notes") : known == null ? "" : known;
    }

    /** What is wrong with a field of somebody's form; null if nothing. */
    public @Nullable String wrong(Line line, String field) {
        return isOpen(line) ? form.at(field) : null;
    }

    /** Whether somebody's form is shown at once: it was sent just now, and something is wrong with it. */
    public boolean isOpen(Line line) {
        return line.key().equals(at);
    }

    /** The name of a field on the page, where several people have one; that of the form that was sent is the plain one. */
    public String id(Line line, String field) {
        return isOpen(line) ? field : field + "-" + line.key();
    }
}
