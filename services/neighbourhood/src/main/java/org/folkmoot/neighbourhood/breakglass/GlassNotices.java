package org.folkmoot.neighbourhood.breakglass;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.folkmoot.mail.Mail;
import org.folkmoot.mail.MailQueue;
import org.folkmoot.mail.Waiting;
import org.folkmoot.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The mails to those who answer for teams that wait, were taken, and ended. One whose address is not known yet waits until it is, or
 * until the case is reviewed.
 */
@ApplicationScoped
class GlassNotices {

    /** A process that has not ended it after ten minutes is no more: better it comes twice than never. */
    private static final String WHEN = """
            (n.taken_at is null or n.taken_at < clock_timestamp() - interval '10 minutes')
                  and (exists (
                        select from mailbox m
                        where m.tenant_id = n.tenant_id and m.subject = n.subject and m.mail is not null)
                    or exists (
                        select from break_glass b
                        where b.tenant_id = n.tenant_id and b.id = n.break_glass_id and b.verdict is not null))
            """;

    private static final String TOLD = """
            select t.break_glass_id, t.subject, t.tries, b.name, b.organisations, b.at, b.until_at, b.verdict, m.mail
            from taken t
            join break_glass b on b.tenant_id = t.tenant_id and b.id = t.break_glass_id
            left join mailbox m on m.tenant_id = t.tenant_id and m.subject = t.subject
            """;

    private final MailQueue<Notice> queue;

    GlassNotices(Sql sql) {
        this.queue = new MailQueue<>(
                sql, "break_glass_notice", List.of("break_glass_id", "subject"), WHEN, TOLD, GlassNotices::notice);
    }

    /**
     * A notice that was taken.
     *
     * @param glass of which it tells
     * @param who broke it
     * @param mail where they are reached; null if that is not known
     * @param reviewed whether somebody has dealt with it
     */
    record Notice(
            UUID glass,
            String who,
            List<String> organisations,
            Instant at,
            Instant until,
            @Nullable String mail,
            boolean reviewed) {}

    /** Takes one that is due; see {@link MailQueue#take}. */
    Optional<Waiting> take(BiFunction<Notice, String, Optional<Mail>> mail) {
        return queue.take(mail);
    }

    private static Notice notice(ResultSet row) throws SQLException {
        return new Notice(
                row.getObject("break_glass_id", UUID.class),
                row.getString("name"),
                Sql.texts(row, "organisations"),
                Sql.instant(row, "at"),
                Sql.instant(row, "until_at"),
                row.getString("mail"),
                row.getString("verdict") != null);
    }
}
