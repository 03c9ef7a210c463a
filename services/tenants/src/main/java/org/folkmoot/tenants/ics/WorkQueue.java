package org.folkmoot.tenants.ics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.tenancy.Tenant;

/**
 * Which ICSs are to be looked after, and who does so: one row for each ICS, taken by one worker at a time.
 *
 * <p>Whoever takes a row holds it for a short while and renews that while at work. A worker that dies stops renewing, and
 * the row is free for any replica. All times are the database's, since replicas' clocks may differ. Every method belongs
 * in a transaction.
 */
@ApplicationScoped
class WorkQueue {

    private final EntityManager entities;

    WorkQueue(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Work that was taken.
     *
     * @param tenant the ICS
     * @param ticket proves, as long as it is renewed, that nobody else works for that ICS
     */
    record Taken(Tenant tenant, UUID ticket) {}

    /** Takes what has been due longest and is not in another worker's hands. */
    Optional<Taken> take(Duration lease) {
        UUID ticket = UUID.randomUUID();
        List<?> tenants = entities.createNativeQuery("""
                        update ics_work set taken_by = :ticket, taken_until = now() + make_interval(secs => :lease)
                        where tenant = (
                            select tenant from ics_work
                            where due_at <= now() and (taken_until is null or taken_until < now())
                            order by due_at limit 1
                            for update skip locked)
                        returning tenant
                        """, String.class)
                .setParameter("ticket", ticket)
                .setParameter("lease", seconds(lease))
                .getResultList();
        return tenants.stream()
                .map(tenant -> new Taken(Tenant.of((String) tenant), ticket))
                .findFirst();
    }

    /** Holds what was taken for another while; false when it has fallen to somebody else. */
    boolean renew(Taken taken, Duration lease) {
        return entities.createNativeQuery("""
                        update ics_work set taken_until = now() + make_interval(secs => :lease)
                        where tenant = :tenant and taken_by = :ticket
                        """)
                        .setParameter("lease", seconds(lease))
                        .setParameter("tenant", taken.tenant().id())
                        .setParameter("ticket", taken.ticket())
                        .executeUpdate()
                == 1;
    }

    /** Lets go of what was taken, to be looked after again after the pause. */
    void release(Taken taken, Duration pause) {
        entities.createNativeQuery("""
                        update ics_work
                        set due_at = now() + make_interval(secs => :pause), taken_by = null, taken_until = null
                        where tenant = :tenant and taken_by = :ticket
                        """)
                .setParameter("pause", seconds(pause))
                .setParameter("tenant", taken.tenant().id())
                .setParameter("ticket", taken.ticket())
                .executeUpdate();
    }

    /** Makes the ICS due now; whoever has it in hand meanwhile keeps it. */
    void makeDue(Tenant tenant) {
        entities.createNativeQuery("""
                        insert into ics_work (tenant, due_at) values (:tenant, now())
                        on conflict (tenant) do update set due_at = now()
                        """).setParameter("tenant", tenant.id()).executeUpdate();
    }

    /** Asks that the ICS be looked after at once; once more, if it is being looked after just now. */
    void ask(Tenant tenant) {
        entities.createNativeQuery("update ics_work set due_at = now(), asked = true where tenant = :tenant")
                .setParameter("tenant", tenant.id())
                .executeUpdate();
    }

    /** Whoever looks after the ICS begins now: what was asked for until here is heard. */
    void heard(Taken taken) {
        entities.createNativeQuery("update ics_work set asked = false where tenant = :tenant and taken_by = :ticket")
                .setParameter("tenant", taken.tenant().id())
                .setParameter("ticket", taken.ticket())
                .executeUpdate();
    }

    /** Whether somebody has asked since, and was not heard. */
    boolean isAsked(Tenant tenant) {
        return (Boolean) entities.createNativeQuery(
                        "select asked from ics_work where tenant = :tenant for update", Boolean.class)
                .setParameter("tenant", tenant.id())
                .getSingleResult();
    }

    /** Makes every ICS due now: a new release may want something else of realms and topics than the one before. */
    void makeAllDue() {
        entities.createNativeQuery("update ics_work set due_at = now() where due_at > now()")
                .executeUpdate();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
