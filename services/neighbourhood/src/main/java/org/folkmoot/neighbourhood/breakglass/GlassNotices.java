package org.folkmoot.neighbourhood.breakglass;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.mail.Ending;
import org.folkmoot.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The mails to those who answer for teams that wait, were taken, and ended. One whose address is not known yet waits until it is, or
 * until the case is reviewed. Each method is a transaction of the current ICS.
 */
@ApplicationScoped
class GlassNotices {

    private static final String TAKE = """
            with waiting as (
                select n.tenant_id, n.break_glass_id, n.subject from break_glass_notice n
                where n.tenant_id = folkmoot.current_tenant() and n.ended_at is null
                  and (n.taken_at is null or n.taken_at < clock_timestamp() - interval '10 minutes')
                  and n.not_before <= clock_timestamp()
                  and (exists (
                        select from mailbox m
                        where m.tenant_id = n.tenant_id and m.subject = n.subject and m.mail is not null)
                    or exists (
                        select from break_glass b
                        where b.tenant_id = n.tenant_id and b.id = n.break_glass_id and b.verdict is not null))
                order by n.not_before limit 1 for update of n skip locked),
            taken as (
                update break_glass_notice n set taken_at = clock_timestamp(), tries = n.tries + 1 from waiting w
                where n.tenant_id = w.tenant_id and n.break_glass_id = w.break_glass_id and n.subject = w.subject
                returning n.tenant_id, n.break_glass_id, n.subject, n.tries)
            select t.break_glass_id, t.subject, t.tries, b.name, b.organisations, b.at, b.until_at, b.verdict, m.mail
            from taken t
            join break_glass b on b.tenant_id = t.tenant_id and b.id = t.break_glass_id
            left join mailbox m on m.tenant_id = t.tenant_id and m.subject = t.subject
            """;

    private final Sql sql;

    GlassNotices(Sql sql) {
        this.sql = sql;
    }

    /**
     * A notice that was taken.
     *
     * @param glass of which it tells
     * @param subject whom it is for
     * @param tries how often it was taken
     * @param who broke it
     * @param mail where they are reached; null if that is not known
     * @param reviewed whether somebody has dealt with it
     */
    record Notice(
            UUID glass,
            String subject,
            int tries,
            String who,
            List<String> organisations,
            Instant at,
            Instant until,
            @Nullable String mail,
            boolean reviewed) {}

    /** Takes one that is due. For ten minutes nobody else does: a process that has not ended it by then is no more. */
    @Transactional
    Optional<Notice> take() {
        return sql.first(
                row -> new Notice(
                        row.getObject("break_glass_id", UUID.class),
                        row.getString("subject"),
                        row.getInt("tries"),
                        row.getString("name"),
                        Sql.texts(row, "organisations"),
                        Sql.instant(row, "at"),
                        Sql.instant(row, "until_at"),
                        row.getString("mail"),
                        row.getString("verdict") != null),
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
                "update break_glass_notice set " + change
                        + " where tenant_id = folkmoot.current_tenant() and break_glass_id = ? and subject = ?"
                        + " and tries = ? and taken_at is not null and ended_at is null",
                notice.glass(),
                notice.subject(),
                notice.tries());
    }
}
