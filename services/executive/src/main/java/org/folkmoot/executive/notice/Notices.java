package org.folkmoot.executive.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.folkmoot.mail.Ending;
import org.folkmoot.tenancy.Roles;
import org.folkmoot.tenancy.Sql;

/** The notices that wait, were taken, and ended. Each method is a transaction of the current ICS. */
@ApplicationScoped
class Notices {

    private static final String TAKE = """
            with waiting as (
                select tenant_id, day, kind, subject from notice
                where tenant_id = folkmoot.current_tenant() and taken_at is null and ended_at is null
                  and not_before <= clock_timestamp()
                order by not_before limit 1 for update skip locked),
            taken as (
                update notice n set taken_at = clock_timestamp(), tries = n.tries + 1 from waiting w
                where n.tenant_id = w.tenant_id and n.day = w.day and n.kind = w.kind and n.subject = w.subject
                returning n.tenant_id, n.day, n.kind, n.subject, n.tries)
            select t.day, t.kind, t.subject, t.tries, m.mail,
                coalesce(case t.kind when 'reminder' then m.reminder when 'digest' then m.digest else m.office end, false)
                    as wanted,
                coalesce('%s' = any (m.roles), false) as manager
            from taken t
            left join mailbox m on m.tenant_id = t.tenant_id and m.subject = t.subject
            """.formatted(Roles.EXECUTIVE_MANAGER);

    private final Sql sql;

    Notices(Sql sql) {
        this.sql = sql;
    }

    /** Takes one that is due. From here on nobody else does, whatever becomes of this process. */
    @Transactional
    Optional<Notice> take() {
        return sql.first(
                row -> new Notice(
                        row.getObject("day", LocalDate.class),
                        NoticeKind.of(row.getString("kind")),
                        row.getString("subject"),
                        row.getInt("tries"),
                        row.getString("mail"),
                        row.getBoolean("wanted"),
                        row.getBoolean("manager")),
                TAKE);
    }

    /** It needs nothing more. */
    @Transactional
    void end(Notice notice, Ending ending) {
        change(notice, "ended_at = clock_timestamp(), ending = '" + ending.slug() + "'");
    }

    /** Its mail was certainly not taken over by the mail server: it waits again. */
    @Transactional
    void putBack(Notice notice, Duration pause) {
        change(
                notice,
                "taken_at = null, not_before = clock_timestamp() + interval '" + pause.toSeconds() + " seconds'");
    }

    /** Of this taking alone: if it was written down before, and somebody has taken it since, nothing happens. */
    private void change(Notice notice, String change) {
        sql.change(
                "update notice set " + change
                        + " where tenant_id = folkmoot.current_tenant() and day = ? and kind = ? and subject = ?"
                        + " and tries = ? and taken_at is not null and ended_at is null",
                notice.day(),
                notice.kind().slug(),
                notice.subject(),
                notice.tries());
    }
}
