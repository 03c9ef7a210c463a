package org.folkmoot.executive.action;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.folkmoot.executive.notice.Reminder;

/**
 * What somebody has to see to on a day, the earliest due first. An action stands in one of the first three lists at most.
 *
 * @param day the day, in London
 * @param overdue what was due before
 * @param dueToday what is due now
 * @param dueSoon what is due within seven days
 * @param blocked what waits for another action, whenever it is due
 * @param reminders of which actions their owners are reminded on this day
 */
record Digest(
        LocalDate day,
        List<ActionView> overdue,
        List<ActionView> dueToday,
        List<ActionView> dueSoon,
        List<UUID> blocked,
        List<Reminded> reminders) {

    private static final int SOON = 7;

    /** An action of which its owner is reminded. */
    record Reminded(UUID action, Reminder reminder) {}

    /** The digest of these actions, of which none has ended. */
    static Digest of(List<ActionView> pending, LocalDate day) {
        return new Digest(
                day,
                those(pending, action -> action.due().isBefore(day)),
                those(pending, action -> action.due().equals(day)),
                those(
                        pending,
                        action -> action.due().isAfter(day) && !action.due().isAfter(day.plusDays(SOON))),
                those(pending, ActionView::blocked).stream().map(ActionView::id).toList(),
                pending.stream()
                        .flatMap(action ->
                                Reminder.on(day, action.due())
                                        .map(reminder -> new Reminded(action.id(), reminder))
                                        .stream())
                        .toList());
    }

    private static List<ActionView> those(List<ActionView> pending, Predicate<ActionView> which) {
        return pending.stream().filter(which).toList();
    }
}
