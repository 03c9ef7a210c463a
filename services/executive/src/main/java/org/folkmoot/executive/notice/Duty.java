package org.folkmoot.executive.notice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody has to see to by a day.
 *
 * @param title what it is, in a line; never what a system partner wrote, which may be about a person
 * @param owner the subject of whoever sees to it; null while that is nobody, and so the managers of the executive see to it
 * @param ownerName what they are called; null like the owner
 * @param due its last day
 * @param blocked whether it waits for another
 * @param reminder whether they are reminded of it on the day for which is asked
 */
public record Duty(
        DutyKind kind,
        String title,
        @Nullable String owner,
        @Nullable String ownerName,
        LocalDate due,
        boolean blocked,
        boolean reminder) {

    /** When it is due, and whose it is. */
    public Duties.Owed owed() {
        return new Duties.Owed(owner, due, reminder);
    }
}
