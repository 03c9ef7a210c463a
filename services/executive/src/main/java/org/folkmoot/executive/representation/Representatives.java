package org.folkmoot.executive.representation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who sits, sat and will sit at the ICS's system meetings. */
@ApplicationScoped
class Representatives implements PanacheRepositoryBase<Representative, UUID> {

    /** Those who were ever named for these meetings, by seat and then by term. */
    List<Representative> of(Collection<UUID> meetings) {
        return meetings.isEmpty() ? List.of() : list("meetingId in ?1 order by meetingId, seat, fromDay, id", meetings);
    }

    /** Whether somebody who was not recalled has the seat on one of these days. */
    boolean isTaken(UUID meeting, int seat, LocalDate from, LocalDate until) {
        return count(
                        "meetingId = ?1 and seat = ?2 and recalledAt is null and fromDay <= ?3 and untilDay >= ?4",
                        meeting,
                        seat,
                        until,
                        from)
                > 0;
    }

    /** The representative, so that nobody else recalls them until this transaction ends. */
    Optional<Representative> held(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }
}
