package org.folkmoot.neighbourhood.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.folkmoot.mail.Mailboxes;
import org.folkmoot.tenancy.Roles;
import org.folkmoot.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** Where members of teams are reached. */
@ApplicationScoped
class TeamMailboxes implements Mailboxes {

    private static final Set<String> IN_TEAMS = Set.of(Roles.INT_CLINICIAN, Roles.CASE_MANAGER);

    private final Sql sql;

    TeamMailboxes(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Set<String> roles() {
        return IN_TEAMS;
    }

    /** Which roles they have and for whom they speak does not matter here, and is not kept. */
    @Override
    @Transactional
    public void remember(String subject, @Nullable String mail, List<String> roles, List<String> organisations) {
        sql.change("""
                insert into mailbox (tenant_id, subject, mail, seen_at)
                values (folkmoot.current_tenant(), ?, ?, clock_timestamp())
                on conflict (tenant_id, subject) do update set mail = excluded.mail, seen_at = excluded.seen_at
                """, subject, mail);
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
