package org.folkmoot.executive.notice;

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

/** Where people are reached who may have something to see to, or read a bulletin, and what they want to be told. */
@ApplicationScoped
class PracticeMailboxes implements Mailboxes {

    private static final Set<String> OWNING = Set.of(
            Roles.PCN_CLINICAL_DIRECTOR,
            Roles.PRACTICE_VOTER,
            Roles.LMC_EXECUTIVE,
            Roles.GROUP_SECRETARY,
            Roles.EXECUTIVE_MANAGER,
            Roles.ICS_ADMIN);

    private final Sql sql;

    PracticeMailboxes(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Set<String> roles() {
        return OWNING;
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

    @Override
    @Transactional
    public void forget(Duration memory) {
        sql.change("""
                delete from mailbox where tenant_id = folkmoot.current_tenant()
                    and seen_at < clock_timestamp() - ? * interval '1 second'
                """, memory.toSeconds());
    }

    @Transactional
    Optional<NoticeWishes> wishes(String subject) {
        return sql.first(
                row -> new NoticeWishes(
                        row.getString("mail"),
                        row.getBoolean("reminder"),
                        row.getBoolean("digest"),
                        row.getBoolean("office"),
                        row.getBoolean("bulletin")),
                """
                select mail, reminder, digest, office, bulletin from mailbox
                where tenant_id = folkmoot.current_tenant() and subject = ?
                """,
                subject);
    }

    @Transactional
    void wish(String subject, NoticeWishesRequest wishes) {
        sql.change("""
                update mailbox set reminder = ?, digest = ?, office = ?, bulletin = ?
                where tenant_id = folkmoot.current_tenant() and subject = ?
                """, wishes.reminder(), wishes.digest(), wishes.office(), wishes.bulletin(), subject);
    }
}
