package org.folkmoot.neighbourhood.casemanager;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.events.Chronicle;
import org.folkmoot.events.Uuid7;
import org.folkmoot.neighbourhood.notice.CareNotices;
import org.folkmoot.neighbourhood.referral.CaseManagement;
import org.folkmoot.neighbourhood.referral.Stage;
import org.folkmoot.neighbourhood.team.Member;
import org.folkmoot.tenancy.Person;
import org.folkmoot.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** Who owns whose care, in the caller's transaction, which holds the referral. */
@ApplicationScoped
public class CaseManagers implements CaseManagement {

    private static final String HANDOVER = "handover";

    private final Sql sql;
    private final CareNotices notices;
    private final Chronicle chronicle;

    CaseManagers(Sql sql, CareNotices notices, Chronicle chronicle) {
        this.sql = sql;
        this.notices = notices;
        this.chronicle = chronicle;
    }

    /** Who owns the person's care now; empty if nobody does, because the referral is not accepted or over. */
    public Optional<Person> current(UUID referral) {
        return sql.first(row -> new Person(row.getString("subject"), row.getString("name")), """
                select subject, name from case_manager
                where tenant_id = folkmoot.current_tenant() and referral_id = ? and until_at is null
                """, referral);
    }

    @Override
    public void begin(Stage referral, Member manager, Instant at, Person by) {
        tell(manager, by, assign(referral, manager.subject(), manager.name(), at, null, "acceptance"));
    }

    @Override
    public void end(Stage referral, Instant at) {
        finish(referral, at);
        withdraw(HANDOVER, referral, at);
        withdraw("transfer", referral, at);
    }

    /** At one instant the one's time ends and that of a member of another team begins. */
    void transfer(Stage referral, Member manager, Instant at, Person by) {
        finish(referral, at);
        withdraw(HANDOVER, referral, at);
        tell(manager, by, assign(referral, manager.subject(), manager.name(), at, null, HANDOVER));
    }

    /** Whom a colleague names is told. */
    private void tell(Member manager, Person by, UUID time) {
        if (!manager.subject().equals(by.subject())) {
            notices.assigned(time, manager.subject());
        }
    }

    /** What was offered and not answered is offered no more. */
    private void withdraw(String offers, Stage referral, Instant at) {
        sql.change("""
                update %s set answer = 'withdrawn', answered_by = offered_by, answered_name = offered_name,
                    answered_at = ?, version = version + 1
                where tenant_id = folkmoot.current_tenant() and referral_id = ? and answer is null
                """.formatted(offers), at, referral.id());
    }

    /** At one instant the one's time ends and the other's begins. */
    void handOver(Stage referral, Handover handover, Instant at) {
        finish(referral, at);
        assign(referral, handover.toSubject(), handover.toName(), at, handover.id(), HANDOVER);
    }

    private void finish(Stage referral, Instant at) {
        int ended = sql.change("""
                update case_manager set until_at = ?
                where tenant_id = folkmoot.current_tenant() and referral_id = ? and until_at is null
                """, at, referral.id());
        if (ended != 1) {
            throw new IllegalStateException("an accepted referral has one case manager");
        }
    }

    private UUID assign(Stage referral, String subject, String name, Instant at, @Nullable UUID handover, String by) {
        UUID id = Uuid7.next();
        sql.change("""
                insert into case_manager (tenant_id, id, referral_id, subject, name, from_at, handover_id)
                values (folkmoot.current_tenant(), ?, ?, ?, ?, ?, ?)
                """, id, referral.id(), subject, name, at, handover);
        chronicle.announce(
                "case-manager",
                referral.id().toString(),
                "assigned",
                new CaseManagerAssigned(referral.id(), referral.journey(), referral.team(), id, at, by));
        return id;
    }
}
