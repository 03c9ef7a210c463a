package org.folkmoot.executive.representation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The register of the ICS's system meetings. */
@ApplicationScoped
class SystemMeetings implements PanacheRepositoryBase<SystemMeeting, UUID> {

    /** In the order in which they were registered; those of higher identifiers than that one. */
    List<SystemMeeting> page(UUID group, @Nullable UUID after, int most) {
        return find("groupId = ?1 and id > ?2 order by id", group, after == null ? new UUID(0, 0) : after)
                .page(0, most)
                .list();
    }

    /** The meeting, so that nobody else enters its dates or names who sits there until this transaction ends. */
    Optional<SystemMeeting> held(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }
}
