package org.folkmoot.executive.notice;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what of its own people have to see to. A bean; all there are make up what mails tell. */
public interface Duties {

    /**
     * How many days ahead something counts. A reminder comes earlier than a week ahead where nobody works on its day: after
     * Christmas by a few days.
     */
    int AHEAD = 14;

    /**
     * What is overdue on that day or due until {@link #AHEAD} days after it, the earliest due first, in the caller's transaction.
     *
     * @param owner the subject of whoever sees to it; null for everybody's of the executive, and for what is nobody's yet
     */
    List<Duty> of(@Nullable String owner, LocalDate day);

    /** When all of that is due and whose it is: who is told is found out without reading what. */
    default List<Owed> owed(LocalDate day) {
        return of(null, day).stream().map(Duty::owed).toList();
    }

    /**
     * When something is due and whose it is.
     *
     * @param owner the subject of whoever sees to it; null while that is nobody
     */
    record Owed(@Nullable String owner, LocalDate due, boolean reminder) {}
}
