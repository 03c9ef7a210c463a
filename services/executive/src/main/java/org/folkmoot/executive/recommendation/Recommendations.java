package org.folkmoot.executive.recommendation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The recommendations that the ICS's executives have on record. */
@ApplicationScoped
class Recommendations implements PanacheRepositoryBase<Recommendation, UUID> {

    /**
     * Those to which is to be responded on that day after that one, or later, the earliest first.
     *
     * @param pending only those that are neither responded to nor set aside
     */
    List<Recommendation> page(UUID group, boolean pending, LocalDate day, UUID after, int most) {
        return find(
                        "groupId = ?1 and respondBy >= ?2 and (respondBy > ?2 or id > ?3)"
                                + (pending ? " and respondedAt is null and setAsideAt is null" : "")
                                + " order by respondBy, id",
                        group,
                        day,
                        after)
                .page(0, most)
                .list();
    }

    /** Those to which nobody has responded and is to until that day, the earliest first. */
    List<Recommendation> awaiting(LocalDate until) {
        return list("respondBy <= ?1 and respondedAt is null and setAsideAt is null order by respondBy, id", until);
    }

    /** The recommendation, so that nobody else changes it until this transaction ends. */
    Optional<Recommendation> held(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }
}
