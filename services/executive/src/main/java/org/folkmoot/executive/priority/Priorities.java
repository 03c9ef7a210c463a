package org.folkmoot.executive.priority;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.folkmoot.executive.power.BallotHeard;
import org.folkmoot.executive.power.MotionBallots;
import org.jspecify.annotations.Nullable;

/** The priorities of the ICS. */
@ApplicationScoped
class Priorities implements PanacheRepositoryBase<Priority, UUID> {

    private static final String WITHDRAWN = "withdrawn";

    private final MotionBallots ballots;

    Priorities(MotionBallots ballots) {
        this.ballots = ballots;
    }

    /** The newest first; those of lower identifiers than that one. */
    List<Priority> page(UUID group, List<String> positions, @Nullable String aim, @Nullable UUID before, int most) {
        String query = "groupId = :group and standing in :positions and id < :before";
        var values = new HashMap<String, Object>(
                Map.of("group", group, "positions", positions, "before", before == null ? new UUID(-1, -1) : before));
        if (aim != null) {
            query += " and aim = :aim";
            values.put("aim", aim);
        }
        return find(query + " order by id desc", values).page(0, most).list();
    }

    /** The priority, so that nobody else changes it until this transaction ends. */
    Optional<Priority> held(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Those that cite the motion, {@linkplain #held held}. */
    List<Priority> citing(UUID motion) {
        return find("motionId = ?1 order by id", motion)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    PriorityView view(Priority priority, boolean insider) {
        return views(List.of(priority), insider).getFirst();
    }

    /** As they are shown, in their order. */
    List<PriorityView> views(List<Priority> priorities, boolean insider) {
        var motions = new ArrayList<UUID>();
        priorities.forEach(priority -> Optional.ofNullable(priority.motionId()).ifPresent(motions::add));
        Map<UUID, BallotHeard> latest = ballots.latest(motions);
        Set<UUID> withdrawn = ballots.withdrawn(motions);
        return priorities.stream()
                .map(priority -> priority.view(
                        Optional.ofNullable(priority.motionId())
                                .map(motion -> outcome(motion, latest, withdrawn))
                                .orElse(null),
                        insider))
                .toList();
    }

    private static @Nullable String outcome(UUID motion, Map<UUID, BallotHeard> latest, Set<UUID> withdrawn) {
        BallotHeard ballot = latest.get(motion);
        if (ballot != null) {
            return ballot.outcome();
        }
        return withdrawn.contains(motion) ? WITHDRAWN : null;
    }
}
