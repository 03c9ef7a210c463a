package org.folkmoot.mandate.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.tenancy.Sql;

/**
 * Writes the notices that are due for ballots of the current ICS: one statement for each kind, which also writes down that it
 * was done for the ballot. What is due follows from the ballot's times, whoever looks and whenever.
 */
@ApplicationScoped
class WriteNotices {

    /** Of a ballot that was declared long before there was a mail server nobody is told now. */
    private static final int NEWS_DAYS = 2;

    private final Sql sql;
    private final Duration ahead;

    /** @param ahead how long before its closing hour a ballot closes soon; of a short ballot the half of its time */
    WriteNotices(Sql sql, @ConfigProperty(name = "folkmoot.mail.closing-soon", defaultValue = "24h") Duration ahead) {
        this.sql = sql;
        this.ahead = ahead;
    }

    @Transactional
    void due() {
        String open = "b.opened_at is not null and clock_timestamp() < b.closes_at";
        write(NoticeKind.OPENED, open);
        write(
                NoticeKind.CLOSING,
                open
                        + " and clock_timestamp() >= b.closes_at - least(interval '%d seconds', (b.closes_at - b.opened_at) / 2)"
                                .formatted(ahead.toSeconds()));
        write(NoticeKind.DECLARED, "b.declared_at > clock_timestamp() - interval '%d days'".formatted(NEWS_DAYS));
    }

    private void write(NoticeKind kind, String due) {
        sql.change("""
                with due as (
                    insert into notice_round (tenant_id, ballot_id, kind, made_at)
                    select b.tenant_id, b.id, '%1$s', clock_timestamp() from ballot b
                    where b.tenant_id = folkmoot.current_tenant() and b.annulled_at is null and %2$s
                      and not exists (select from notice_round r
                                      where r.tenant_id = b.tenant_id and r.ballot_id = b.id and r.kind = '%1$s')
                    on conflict do nothing
                    returning tenant_id, ballot_id)
                insert into notice (tenant_id, ballot_id, kind, subject, not_before)
                select distinct due.tenant_id, due.ballot_id, '%1$s', m.subject, clock_timestamp()
                from due
                join elector_mailbox e on e.tenant_id = due.tenant_id and e.ballot_id = due.ballot_id
                join mailbox m on m.tenant_id = e.tenant_id and m.subject = e.subject and m.%1$s
                """.formatted(kind.slug(), due));
    }
}
