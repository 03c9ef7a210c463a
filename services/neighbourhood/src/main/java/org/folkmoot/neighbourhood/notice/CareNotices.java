package org.folkmoot.neighbourhood.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.folkmoot.mail.Mail;
import org.folkmoot.mail.MailQueue;
import org.folkmoot.mail.Waiting;
import org.folkmoot.neighbourhood.team.Members;
import org.folkmoot.tenancy.Sql;

/** The mails about people's care that wait, were taken, and ended. */
@ApplicationScoped
public class CareNotices {

    private static final String WRITE = "insert into care_notice (tenant_id, kind, about, subject, not_before) ";

    private static final String TOLD = """
            select n.kind, n.about, n.subject, n.tries, r.id as referral, coalesce(f.name, t.name) as team, o.name as other,
                case n.kind when 'transfer-answered' then x.answered_name else coalesce(x.offered_name, h.offered_name) end as who,
                coalesce(x.answer = 'accepted', false) as accepted,
                case n.kind
                    when 'transfer-offered' then x.answer is not null
                    when 'handover-offered' then h.answer is not null
                    when 'assigned' then c.until_at is not null
                    else false end as overtaken,
                m.mail
            from taken n
            left join transfer x on x.tenant_id = n.tenant_id and x.id = n.about
            left join handover h on h.tenant_id = n.tenant_id and h.id = n.about
            left join case_manager c on c.tenant_id = n.tenant_id and c.id = n.about
            join referral r on r.tenant_id = n.tenant_id and r.id = coalesce(x.referral_id, h.referral_id, c.referral_id)
            join team t on t.tenant_id = r.tenant_id and t.id = r.team_id
            left join team f on f.tenant_id = x.tenant_id and f.id = x.from_team
            left join team o on o.tenant_id = x.tenant_id and o.id = x.to_team
            left join mailbox m on m.tenant_id = n.tenant_id and m.subject = n.subject
            """;

    private final Sql sql;
    private final MailQueue<CareNotice> queue;

    CareNotices(Sql sql) {
        this.sql = sql;
        this.queue =
                new MailQueue<>(sql, "care_notice", List.of("kind", "about", "subject"), TOLD, CareNotices::notice);
    }

    /** A transfer is offered: whoever answers for the other team is told. In the caller's transaction. */
    public void transferOffered(UUID transfer) {
        sql.change(WRITE + """
                select distinct on (m.subject) x.tenant_id, 'transfer-offered', x.id, m.subject, clock_timestamp()
                from transfer x join team_member m on m.tenant_id = x.tenant_id and m.team_id = x.to_team
                where x.tenant_id = folkmoot.current_tenant() and x.id = ? and m.subject <> x.offered_by and
                """ + Members.answers(), transfer);
    }

    /** A transfer is answered: who offered it is told, and who owned the care then. In the caller's transaction. */
    public void transferAnswered(UUID transfer) {
        sql.change(WRITE + """
                select x.tenant_id, 'transfer-answered', x.id, told.subject, clock_timestamp()
                from transfer x
                cross join lateral (
                    select x.offered_by as subject
                    union
                    select c.subject from case_manager c
                    where c.tenant_id = x.tenant_id and c.referral_id = x.referral_id and c.from_at <= x.offered_at
                      and (c.until_at is null or c.until_at > x.offered_at)) told
                where x.tenant_id = folkmoot.current_tenant() and x.id = ? and told.subject <> x.answered_by
                """, transfer);
    }

    /** A handover is offered: whom it is offered to is told. In the caller's transaction. */
    public void handoverOffered(UUID handover) {
        sql.change(WRITE + """
                select tenant_id, 'handover-offered', id, to_subject, clock_timestamp() from handover
                where tenant_id = folkmoot.current_tenant() and id = ? and to_subject <> offered_by
                """, handover);
    }

    /**
     * Somebody owns a person's care from now on. In the caller's transaction.
     *
     * @param time for which they do
     */
    public void assigned(UUID time, String subject) {
        sql.change(WRITE + "values (folkmoot.current_tenant(), 'assigned', ?, ?, clock_timestamp())", time, subject);
    }

    /** Takes one that is due; see {@link MailQueue#take}. */
    Optional<Waiting> take(BiFunction<CareNotice, String, Optional<Mail>> mail) {
        return queue.take(mail);
    }

    private static CareNotice notice(ResultSet row) throws SQLException {
        return new CareNotice(
                NoticeKind.of(row.getString("kind")),
                row.getObject("about", UUID.class),
                row.getObject("referral", UUID.class),
                row.getString("team"),
                row.getString("other"),
                row.getString("who"),
                row.getBoolean("accepted"),
                row.getBoolean("overtaken"),
                row.getString("mail"));
    }
}
