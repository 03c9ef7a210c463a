package org.folkmoot.executive.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.folkmoot.mail.Mail;
import org.folkmoot.mail.MailQueue;
import org.folkmoot.mail.Waiting;
import org.folkmoot.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** The mails by which bulletins go to people. Each method is a transaction of the current ICS. */
@ApplicationScoped
class BulletinMails {

    /** For so long a mail that cannot be sent is tried, and a bulletin is told at all. */
    private static final Duration NEWS = Duration.ofDays(7);

    /** Those who wish it, and act for a practice to which it was published or for the network of one. */
    private static final String CONCERNED = """
            m.mail is not null and m.bulletin and exists (
                select from bulletin_recipient r
                where r.tenant_id = m.tenant_id and r.bulletin_id = b.id
                  and (r.practice = any (m.organisations) or r.pcn = any (m.organisations)))
            """;

    /** Whichever replica holds a bulletin writes its mails; the others pass it by. */
    private static final String WRITE = """
            with published as (
                select tenant_id, id from bulletin
                where tenant_id = folkmoot.current_tenant() and published_at is not null and mails_written_at is null
                for update skip locked),
            marked as (
                update bulletin b set mails_written_at = clock_timestamp() from published p
                where b.tenant_id = p.tenant_id and b.id = p.id returning b.tenant_id, b.id, b.published_at)
            insert into bulletin_mail (tenant_id, bulletin_id, subject, not_before)
            select m.tenant_id, b.id, m.subject, clock_timestamp()
            from marked b join mailbox m on m.tenant_id = b.tenant_id
            where b.published_at > ? and\s""" + CONCERNED;

    private static final String LETTER = """
            select m.mail, b.title, b.words, b.answers_until
            from bulletin b join mailbox m on m.tenant_id = b.tenant_id
            where b.tenant_id = folkmoot.current_tenant() and b.id = ? and m.subject = ? and b.published_at > ? and\s""" + CONCERNED;

    private final Sql sql;
    private final MailQueue<Taken> queue;
    private final Clock clock;

    BulletinMails(Sql sql, Clock clock) {
        this.sql = sql;
        this.queue = new MailQueue<>(
                sql,
                "bulletin_mail",
                List.of("bulletin_id", "subject"),
                "select bulletin_id, subject, tries from taken",
                row -> new Taken(row.getObject("bulletin_id", UUID.class), row.getString("subject")));
        this.clock = clock;
    }

    /** A mail that was taken. */
    record Taken(UUID bulletin, String subject) {}

    /**
     * What a mail tells, and to which address.
     *
     * @param answersUntil the last day for an answer; null if nothing is asked
     */
    record Told(
            String mail,
            String title,
            String words,
            @Nullable LocalDate answersUntil) {}

    @Transactional
    void writeDue() {
        sql.change(WRITE, news());
    }

    /** Takes one that is due; see {@link MailQueue#take}. */
    Optional<Waiting> take(BiFunction<Taken, String, Optional<Mail>> mail) {
        return queue.take(mail);
    }

    /** What it has to say; empty if nobody wants it any more, or it is no news. */
    @Transactional
    Optional<Told> told(Taken taken) {
        return sql.first(BulletinMails::told, LETTER, taken.bulletin(), taken.subject(), news());
    }

    private Instant news() {
        return clock.instant().minus(NEWS);
    }

    private static Told told(ResultSet row) throws SQLException {
        return new Told(
                row.getString("mail"),
                row.getString("title"),
                row.getString("words"),
                row.getObject("answers_until", LocalDate.class));
    }
}
