package org.folkmoot.executive.calendar;

import java.time.Instant;
import java.util.List;

/** Says which dates of its own a person may see. A bean; all there are make up a calendar. */
public interface Dates {

    /** How many dates one part puts into a calendar, at most. */
    int MOST = 1000;

    /**
     * The dates of a person from that moment on, in the caller's transaction.
     *
     * @param person the subject
     */
    List<Entry> of(String person, Instant from);
}
