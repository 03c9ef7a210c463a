package org.folkmoot.mandate.ballot;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ballots of the ICS. */
@ApplicationScoped
class Ballots implements PanacheRepositoryBase<Ballot, UUID> {

    private final EntityManager database;

    Ballots(EntityManager database) {
        this.database = database;
    }

    List<Ballot> page(UUID group, @Nullable UUID after, int most) {
        return after == null
                ? find("groupId = ?1 order by id", group).page(0, most).list()
                : find("groupId = ?1 and id > ?2 order by id", group, after)
                        .page(0, most)
                        .list();
    }

    /** The ballot, held by this transaction, as it is committed now. */
    Optional<Ballot> held(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Those that are due to open by the database's clock. */
    @SuppressWarnings("unchecked")
    List<UUID> dueToOpen() {
        return database.createNativeQuery("""
                        select id from ballot
                        where tenant_id = folkmoot.current_tenant() and opened_at is null and annulled_at is null
                          and opens_at <= clock_timestamp() and clock_timestamp() < closes_at
                        """, UUID.class).getResultList();
    }

    /** Those that have closed by the database's clock, and whose closing nobody has noted. */
    @SuppressWarnings("unchecked")
    List<UUID> dueToClose() {
        return database.createNativeQuery("""
                        select id from ballot
                        where tenant_id = folkmoot.current_tenant() and opened_at is not null and annulled_at is null
                          and declared_at is null and closing_noted_at is null and closes_at <= clock_timestamp()
                        """, UUID.class).getResultList();
    }

    /** Those that have been closed for so long by the database's clock, and that nobody has declared or annulled. */
    @SuppressWarnings("unchecked")
    List<UUID> dueToDeclare(Duration closed) {
        return database.createNativeQuery("""
                        select id from ballot
                        where tenant_id = folkmoot.current_tenant() and opened_at is not null and annulled_at is null
                          and declared_at is null and closes_at <= clock_timestamp() - ?1 * interval '1 second'
                        """, UUID.class)
                .setParameter(1, closed.toSeconds())
                .getResultList();
    }

    /** Those whose log has grown since the last checkpoint. */
    @SuppressWarnings("unchecked")
    List<UUID> grown() {
        return database.createNativeQuery("""
                        select b.id from ballot b
                        join folkmoot.ledger_head h on h.tenant_id = b.tenant_id and h.stream = b.stream
                        where b.tenant_id = folkmoot.current_tenant() and b.opened_at is not null
                          and b.annulled_at is null and b.closing_noted_at is null
                          and h.number > coalesce((select max(c.number) from checkpoint c
                                                   where c.tenant_id = b.tenant_id and c.ballot_id = b.id), 0)
                        """, UUID.class).getResultList();
    }
}
