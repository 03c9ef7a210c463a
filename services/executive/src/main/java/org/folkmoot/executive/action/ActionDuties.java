package org.folkmoot.executive.action;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.folkmoot.executive.notice.Duties;
import org.folkmoot.executive.notice.Duty;
import org.folkmoot.executive.notice.DutyKind;
import org.folkmoot.executive.notice.Reminder;
import org.folkmoot.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** Owners are told of their actions. */
@ApplicationScoped
class ActionDuties implements Duties {

    private static final int MOST = 1000;

    private final Actions actions;
    private final Sql sql;

    ActionDuties(Actions actions, Sql sql) {
        this.actions = actions;
        this.sql = sql;
    }

    /** There may be very many of them. */
    @Override
    public List<Owed> owed(LocalDate day) {
        return sql.list(
                row -> {
                    LocalDate due = row.getObject("due", LocalDate.class);
                    return new Owed(row.getString("owner"), due, isReminded(day, due));
                },
                """
                select distinct owner, due from action
                where tenant_id = folkmoot.current_tenant() and state in ('open', 'in-hand') and due <= ?
                """,
                day.plusDays(AHEAD));
    }

    @Override
    public List<Duty> of(@Nullable String owner, LocalDate day) {
        var asked = new Actions.Asked(null, owner, null, null, ActionState.PENDING, day.plusDays(AHEAD + 1L));
        List<Action> pending = actions.page(asked, LocalDate.EPOCH, new UUID(0, 0), MOST);
        return actions.views(pending).stream()
                .map(action -> new Duty(
                        DutyKind.ACTION,
                        action.title(),
                        action.owner(),
                        action.ownerName(),
                        action.due(),
                        action.blocked(),
                        isReminded(day, action.due())))
                .toList();
    }

    private static boolean isReminded(LocalDate day, LocalDate due) {
        return Reminder.on(day, due).isPresent();
    }
}
