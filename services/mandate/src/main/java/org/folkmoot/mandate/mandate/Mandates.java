package org.folkmoot.mandate.mandate;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.nhs.LondonTime;
import org.jspecify.annotations.Nullable;

/** The mandates of the ICS. */
@ApplicationScoped
public class Mandates implements PanacheRepositoryBase<Mandate, UUID> {

    /**
     * What hangs on a mandate needs to know of it.
     *
     * @param group whose it is
     * @param until its last day
     * @param ends from when on it no longer counts
     * @param inForce whether it counts now
     */
    public record Term(UUID id, UUID group, LocalDate from, LocalDate until, Instant ends, boolean inForce) {}

    /** The term of a mandate, as at a moment. */
    public Optional<Term> term(UUID id, Instant moment) {
        return findByIdOptional(id)
                .map(mandate -> new Term(
                        id,
                        mandate.groupId(),
                        mandate.fromDay(),
                        mandate.untilDay(),
                        mandate.ends(),
                        mandate.state(moment) == MandateState.IN_FORCE));
    }

    List<Mandate> page(UUID group, @Nullable UUID after, int most) {
        return after == null
                ? find("groupId = ?1 order by id", group).page(0, most).list()
                : find("groupId = ?1 and id > ?2 order by id", group, after)
                        .page(0, most)
                        .list();
    }

    /** Those that count at that moment. */
    List<Mandate> inForce(UUID group, Instant moment) {
        return list("groupId = ?1 and fromDay <= ?2 and untilDay >= ?2", group, LondonTime.dateOf(moment)).stream()
                .filter(mandate -> mandate.state(moment) == MandateState.IN_FORCE)
                .toList();
    }

    /** The mandate, held by this transaction. */
    Optional<Mandate> held(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Counts a change of its positions as a change of the mandate. */
    void touch(Mandate mandate) {
        getEntityManager().lock(mandate, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    /** Those that end within that time, and nobody has been told. */
    List<UUID> soonToExpire(LocalDate today, LocalDate until) {
        return list("noticedAt is null and fellAt is null and untilDay >= ?1 and untilDay <= ?2", today, until).stream()
                .map(Mandate::id)
                .toList();
    }

    /** Those that are over, and nobody has been told. */
    List<UUID> overdue(LocalDate today) {
        return list("lapseToldAt is null and fellAt is null and untilDay < ?1", today).stream()
                .map(Mandate::id)
                .toList();
    }
}
