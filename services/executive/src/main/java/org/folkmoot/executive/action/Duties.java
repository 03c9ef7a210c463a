package org.folkmoot.executive.action;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.folkmoot.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** What people have to see to, for whoever tells them of it; of the current ICS, in the caller's transaction. */
@ApplicationScoped
public class Duties {

    /** How long ahead somebody is told that an action is due. */
    private static final int AHEAD = 7;

    private static final int MOST = 1000;

    private final Actions actions;
    private final Sql sql;

    Duties(Actions actions, Sql sql) {
        this.actions = actions;
        this.sql = sql;
    }

    /**
     * An action that somebody has to see to.
     *
     * @param owner what they are called
     * @param blocked whether it waits for another
     * @param reminder whether its owner is reminded of it on that day
     */
    public record Duty(UUID action, String title, String owner, LocalDate due, boolean blocked, boolean reminder) {}

    /** The subjects of those who are reminded of an action on that day. */
    public Set<String> reminded(LocalDate day) {
        return owners(day, due -> Reminder.on(day, due).isPresent());
    }

    /** The subjects of those who own an action that is overdue on that day, or due within a week. */
    public Set<String> busy(LocalDate day) {
        return owners(day, due -> !due.isAfter(day.plusDays(AHEAD)));
    }

    private Set<String> owners(LocalDate day, Predicate<LocalDate> told) {
        record Owned(String owner, LocalDate due) {}
        // A reminder comes earlier than a week ahead where nobody works on its day: after Christmas by a few days.
        return sql
                .list(
                        row -> new Owned(row.getString("owner"), row.getObject("due", LocalDate.class)),
                        """
                        select distinct owner, due from action
                        where tenant_id = folkmoot.current_tenant() and state in ('open', 'in-hand') and due <= ?
                        """,
                        day.plusDays(2L * AHEAD))
                .stream()
                .filter(owned -> told.test(owned.due()))
                .map(Owned::owner)
                .collect(Collectors.toSet());
    }

    /**
     * What somebody has to see to on that day, the earliest due first: what is overdue, or due within two weeks.
     *
     * @param owner the subject of whoever does it; null for everybody's
     */
    public List<Duty> of(@Nullable String owner, LocalDate day) {
        var asked = new Actions.Asked(null, owner, null, null, ActionState.PENDING, day.plusDays(2L * AHEAD));
        List<Action> pending = actions.page(asked, LocalDate.EPOCH, new UUID(0, 0), MOST);
        return actions.views(pending).stream()
                .map(action -> new Duty(
                        action.id(),
                        action.title(),
                        action.ownerName(),
                        action.due(),
                        action.blocked(),
                        Reminder.on(day, action.due()).isPresent()))
                .toList();
    }
}
