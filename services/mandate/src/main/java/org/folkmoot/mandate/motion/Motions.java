package org.folkmoot.mandate.motion;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The motions of the ICS. What a ballot makes of a motion is told here by the ballots. */
@ApplicationScoped
public class Motions implements PanacheRepositoryBase<Motion, UUID> {

    private final EntityManager database;

    Motions(EntityManager database) {
        this.database = database;
    }

    /** The version of a motion, for what is asked in {@code If-Match}. */
    public long versionOf(Motion motion) {
        return motion.version();
    }

    /** Its words stand from now on; empty if it is not tabled. */
    public Optional<Motion> putToBallot(UUID id) {
        return findByIdOptional(id).filter(motion -> {
            if (motion.state() instanceof MotionState.Tabled tabled) {
                motion.putToBallot(tabled);
                return true;
            }
            return false;
        });
    }

    /** A ballot decided it. */
    public void decided(UUID id, boolean carried, Instant at) {
        Motion motion = findById(id);
        if (motion.state() instanceof MotionState.PutToBallot put) {
            motion.decided(put, carried, at);
        }
    }

    /** Its ballot was annulled. */
    public void backToTable(UUID id) {
        Motion motion = findById(id);
        if (motion.state() instanceof MotionState.PutToBallot put) {
            motion.backToTable(put);
        }
    }

    List<Motion> page(UUID group, boolean drafts, @Nullable UUID after, int most) {
        String query = "groupId = ?1" + (drafts ? "" : " and state <> 'draft'");
        return after == null
                ? find(query + " order by id", group).page(0, most).list()
                : find(query + " and id > ?2 order by id", group, after)
                        .page(0, most)
                        .list();
    }

    List<Amendment> amendments(UUID motion) {
        return database.createQuery("from Amendment where motionId = :motion order by number", Amendment.class)
                .setParameter("motion", motion)
                .getResultList();
    }

    Optional<Amendment> amendment(UUID motion, int number) {
        return amendments(motion).stream()
                .filter(each -> each.number() == number)
                .findFirst();
    }

    void add(Amendment amendment) {
        database.persist(amendment);
    }

    /** Counts a change of what belongs to the motion as one of the motion. */
    void touch(Motion motion) {
        database.lock(motion, jakarta.persistence.LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    MotionView view(Motion motion) {
        return motion.view(amendments(motion.id()));
    }
}
