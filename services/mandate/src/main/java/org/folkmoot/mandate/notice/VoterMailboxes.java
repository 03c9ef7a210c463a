package org.folkmoot.mandate.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.mail.Mailboxes;
import org.folkmoot.tenancy.Roles;
import org.folkmoot.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** Where people who may vote are reached, and what they want to be told. */
@ApplicationScoped
class VoterMailboxes implements Mailboxes {

    /** Those who may vote for an organisation, and those who may hold a seat. */
    private static final Set<String> VOTING =
            Set.of(Roles.PRACTICE_VOTER, Roles.PCN_CLINICAL_DIRECTOR, Roles.LMC_EXECUTIVE, Roles.EXECUTIVE_MANAGER);

    private final Sql sql;

    VoterMailboxes(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Set<String> roles() {
        return VOTING;
    }

    @Override
    @Transactional
    public void remember(String subject, @Nullable String mail, List<String> roles, List<String> organisations) {
        sql.change("""
                insert into mailbox (tenant_id, subject, mail, roles, organisations, seen_at)
                values (folkmoot.current_tenant(), ?, ?, ?, ?, clock_timestamp())
                on conflict (tenant_id, subject) do update set mail = excluded.mail, roles = excluded.roles,
                    organisations = excluded.organisations, seen_at = excluded.seen_at
                """, subject, mail, roles, organisations);
    }

    @Transactional
    Optional<NoticeWishes> wishes(String subject) {
        return sql.first(
                row -> new NoticeWishes(
                        row.getString("mail"),
                        row.getBoolean("opened"),
                        row.getBoolean("closing"),
                        row.getBoolean("declared")),
                """
                select mail, opened, closing, declared from mailbox
                where tenant_id = folkmoot.current_tenant() and subject = ?
                """,
                subject);
    }

    @Transactional
    void wish(String subject, NoticeWishesRequest wishes) {
        sql.change("""
                update mailbox set opened = ?, closing = ?, declared = ?
                where tenant_id = folkmoot.current_tenant() and subject = ?
                """, wishes.opened(), wishes.closing(), wishes.declared(), subject);
    }

    @Override
    @Transactional
    public void forget(Duration memory) {
        sql.change("""
                delete from mailbox where tenant_id = folkmoot.current_tenant()
                    and seen_at < clock_timestamp() - ? * interval '1 second'
                """, memory.toSeconds());
    }
}
