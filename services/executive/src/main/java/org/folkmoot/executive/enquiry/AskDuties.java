package org.folkmoot.executive.enquiry;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.folkmoot.executive.notice.Duties;
import org.folkmoot.executive.notice.Duty;
import org.folkmoot.executive.notice.DutyKind;
import org.folkmoot.executive.notice.Reminder;
import org.folkmoot.nhs.EnglishWorkingDays;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Everybody who speaks for a practice that is asked because of an enquiry is told on the next working day, and reminded as of an
 * action until it has answered. They are the practices' own: what the executive sees to is the enquiry, of which it is told.
 */
@ApplicationScoped
class AskDuties implements Duties {

    private static final String OPEN = """
            select m.subject, a.due, a.asked_at, e.organisation, coalesce(p.name, a.practice) as practice
            from enquiry_ask a
            join enquiry e on e.tenant_id = a.tenant_id and e.id = a.enquiry_id
            join mailbox m on m.tenant_id = a.tenant_id and a.practice = any (m.organisations)
            left join practice p on p.tenant_id = a.tenant_id and p.code = a.practice
            where a.tenant_id = folkmoot.current_tenant() and a.answered_at is null
              and e.state not in ('answered', 'closed') and a.due <= ? and (?::text is null or m.subject = ?)
            order by a.due, a.id
            """;

    private final Sql sql;

    AskDuties(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Duty> of(@Nullable String owner, LocalDate day) {
        return owner == null ? List.of() : open(owner, day);
    }

    @Override
    public List<Owed> owed(LocalDate day) {
        return open(null, day).stream().map(Duty::owed).toList();
    }

    private List<Duty> open(@Nullable String owner, LocalDate day) {
        return sql.list(
                row -> {
                    LocalDate due = row.getObject("due", LocalDate.class);
                    LocalDate asked = LondonTime.dateOf(Sql.instant(row, "asked_at"));
                    return new Duty(
                            DutyKind.ASK,
                            "Question to " + row.getString("practice") + " because of an enquiry of "
                                    + row.getString("organisation"),
                            row.getString("subject"),
                            null,
                            due,
                            false,
                            day.equals(EnglishWorkingDays.plus(asked, 1))
                                    || Reminder.on(day, due).isPresent());
                },
                OPEN,
                day.plusDays(AHEAD),
                owner,
                owner);
    }
}
