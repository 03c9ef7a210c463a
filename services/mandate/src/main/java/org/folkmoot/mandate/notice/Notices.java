package org.folkmoot.mandate.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import org.folkmoot.mail.Mail;
import org.folkmoot.mail.MailQueue;
import org.folkmoot.mail.Waiting;
import org.folkmoot.mandate.rule.Question;
import org.folkmoot.tenancy.Sql;

/** The notices that wait, were taken, and ended. Each method is a transaction of the current ICS. */
@ApplicationScoped
class Notices {

    private static final String TOLD = """
            select t.ballot_id, t.kind, t.subject, t.tries, m.mail, g.name as group_name, b.title, b.closes_at, b.outcome,
                b.question,
                coalesce(case t.kind when 'opened' then m.opened when 'closing' then m.closing else m.declared end, false)
                    as wanted,
                b.annulled_at is null and clock_timestamp() < b.closes_at as open,
                array(select e.name from elector_mailbox o join elector e
                          on e.tenant_id = o.tenant_id and e.ballot_id = o.ballot_id and e.voter = o.voter
                      where o.tenant_id = t.tenant_id and o.ballot_id = t.ballot_id and o.subject = t.subject
                      order by e.place) as voters,
                array(select e.name from elector_mailbox o join elector e
                          on e.tenant_id = o.tenant_id and e.ballot_id = o.ballot_id and e.voter = o.voter
                      where o.tenant_id = t.tenant_id and o.ballot_id = t.ballot_id and o.subject = t.subject
                        and not e.recused
                        and not (e.kind = 'practice' and practice_has_left(e.tenant_id, e.voter, clock_timestamp()))
                        and not exists (select from vote v where v.tenant_id = e.tenant_id and v.ballot_id = e.ballot_id
                                        and v.voter = e.voter and not v.casting)
                      order by e.place) as silent
            from taken t
            join ballot b on b.tenant_id = t.tenant_id and b.id = t.ballot_id
            join leadership_group g on g.tenant_id = b.tenant_id and g.id = b.group_id
            left join mailbox m on m.tenant_id = t.tenant_id and m.subject = t.subject
            """;

    /** In the words of {@link BallotMail}. */
    private static final String STATE = """
            coalesce(n.ending, case when n.taken_at is null then 'waiting' else 'uncertain' end) as state,
            coalesce(n.ended_at, n.taken_at, n.not_before) as at
            """;

    private static final String EXISTS = "select from ballot where tenant_id = folkmoot.current_tenant() and id = ?";

    private static final int LATEST = 50;

    private final Sql sql;
    private final MailQueue<Notice> queue;

    Notices(Sql sql) {
        this.sql = sql;
        this.queue = new MailQueue<>(sql, "notice", List.of("ballot_id", "kind", "subject"), TOLD, Notices::notice);
    }

    /** Takes one that is due; see {@link MailQueue#take}. */
    Optional<Waiting> take(BiFunction<Notice, String, Optional<Mail>> mail) {
        return queue.take(mail);
    }

    private static Notice notice(ResultSet row) throws SQLException {
        return new Notice(
                row.getObject("ballot_id", UUID.class),
                NoticeKind.of(row.getString("kind")),
                row.getString("mail"),
                row.getBoolean("wanted"),
                row.getString("group_name"),
                row.getString("title"),
                Sql.instant(row, "closes_at"),
                row.getBoolean("open"),
                row.getString("outcome"),
                row.getString("question").equals(Question.SEAT.slug()),
                Sql.texts(row, "voters"),
                Sql.texts(row, "silent"));
    }

    /** What became of a ballot's notices, how many of each kind; empty if there is no such ballot. */
    @Transactional
    Optional<NoticesSent> sent(UUID ballot) {
        return sql.first(row -> new NoticesSent(counts(ballot), unreached(ballot)), EXISTS, ballot);
    }

    /** A mail and whose it is, by which the list goes on. */
    record Addressed(BallotMail mail, String subject) {}

    /** What became of each of a ballot's mails, by kind; empty if there is no such ballot. */
    @Transactional
    Optional<List<Addressed>> mails(UUID ballot, String afterKind, String afterSubject, int most) {
        return sql.first(
                row -> sql.list(
                        each -> new Addressed(
                                new BallotMail(
                                        each.getString("kind"),
                                        Sql.texts(each, "voters"),
                                        each.getString("state"),
                                        Sql.instant(each, "at"),
                                        each.getInt("tries")),
                                each.getString("subject")),
                        """
                        select n.kind, n.subject, n.tries,
                            array(select e.name from elector_mailbox o join elector e
                                      on e.tenant_id = o.tenant_id and e.ballot_id = o.ballot_id and e.voter = o.voter
                                  where o.tenant_id = n.tenant_id and o.ballot_id = n.ballot_id and o.subject = n.subject
                                  order by e.place) as voters, %s
                        from notice n
                        where n.tenant_id = folkmoot.current_tenant() and n.ballot_id = ?
                          and (n.kind, n.subject) > (?, ?)
                        order by n.kind, n.subject limit ?
                        """.formatted(STATE),
                        ballot,
                        afterKind,
                        afterSubject,
                        most),
                EXISTS,
                ballot);
    }

    /** The latest of those that were written for somebody. */
    @Transactional
    List<OwnMail> of(String subject) {
        return sql.list(
                row -> new OwnMail(
                        row.getObject("ballot_id", UUID.class),
                        row.getString("title"),
                        row.getString("kind"),
                        row.getString("state"),
                        Sql.instant(row, "at")),
                """
                select n.ballot_id, b.title, n.kind, %s
                from notice n join ballot b on b.tenant_id = n.tenant_id and b.id = n.ballot_id
                where n.tenant_id = folkmoot.current_tenant() and n.subject = ? order by at desc limit ?
                """.formatted(STATE),
                subject,
                LATEST);
    }

    private Map<String, NoticesSent.Count> counts(UUID ballot) {
        var counts = new TreeMap<String, NoticesSent.Count>();
        sql.list(
                        row -> Map.entry(
                                row.getString("kind"),
                                new NoticesSent.Count(
                                        row.getLong("sent"),
                                        row.getLong("waiting"),
                                        row.getLong("refused"),
                                        row.getLong("uncertain"))),
                        """
                        select kind, count(*) filter (where ending = 'sent') as sent,
                            count(*) filter (where taken_at is null and ended_at is null) as waiting,
                            count(*) filter (where ending = 'refused') as refused,
                            count(*) filter (where ending = 'uncertain' or taken_at is not null and ended_at is null)
                                as uncertain
                        from notice where tenant_id = folkmoot.current_tenant() and ballot_id = ? group by kind
                        """,
                        ballot)
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    private List<String> unreached(UUID ballot) {
        return sql.list(row -> row.getString("voter"), """
                select e.voter from elector e
                where e.tenant_id = folkmoot.current_tenant() and e.ballot_id = ?
                  and not exists (select from elector_mailbox o
                                  where o.tenant_id = e.tenant_id and o.ballot_id = e.ballot_id and o.voter = e.voter)
                order by e.place
                """, ballot);
    }
}
