package org.folkmoot.executive.meeting;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The meetings of the ICS, with the series to which they belong. */
@ApplicationScoped
public class Meetings implements PanacheRepositoryBase<Meeting, UUID> {

    private final EntityManager database;

    Meetings(EntityManager database) {
        this.database = database;
    }

    /** The meeting, so that nobody else changes it or its agenda until this transaction ends. */
    Optional<Meeting> held(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The next meeting of that body whose agenda is not frozen, {@linkplain #held held}. */
    Optional<Meeting> nextDraft(UUID group, Body body, Instant now) {
        return find(
                        "groupId = ?1 and body = ?2 and state = 'draft' and startsAt > ?3 order by startsAt, id",
                        group,
                        body.slug(),
                        now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .page(0, 1)
                .firstResultOptional();
    }

    /**
     * The meetings of that body whose hour passed while their agenda was not frozen, and on whose agendas something stands;
     * {@linkplain #held held}.
     */
    List<Meeting> passedDrafts(UUID group, Body body, Instant now) {
        return find(
                        "from Meeting m where m.groupId = ?1 and m.body = ?2 and m.state = 'draft' and m.startsAt <= ?3"
                                + " and exists (select 1 from AgendaItem item where item.meetingId = m.id"
                                + " and item.settledAt is null) order by m.startsAt, m.id",
                        group,
                        body.slug(),
                        now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** The latest hour for which a meeting of the series was drafted. */
    Optional<Instant> latest(UUID series) {
        return find("seriesId = ?1 order by startsAt desc", series)
                .page(0, 1)
                .firstResultOptional()
                .map(Meeting::startsAt);
    }

    /** The meetings of these bodies that begin before that hour, the latest first; of that hour those of lower identifiers. */
    List<Meeting> page(UUID group, List<Body> bodies, boolean drafts, Instant before, UUID beforeId, int most) {
        return find(
                        "groupId = ?1 and body in ?2 and startsAt <= ?3 and (startsAt < ?3 or id < ?4)"
                                + (drafts ? "" : " and calledAt is not null") + " order by startsAt desc, id desc",
                        group,
                        bodies.stream().map(Body::slug).toList(),
                        before,
                        beforeId)
                .page(0, most)
                .list();
    }

    /** Counts a change of its agenda as a change of the meeting. */
    void touch(Meeting meeting) {
        database.lock(meeting, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    Optional<Series> series(UUID id) {
        return Optional.ofNullable(database.find(Series.class, id));
    }

    List<Series> seriesOf(UUID group) {
        return database.createQuery("from Series where groupId = :group order by id", Series.class)
                .setParameter("group", group)
                .getResultList();
    }

    void add(Series series) {
        database.persist(series);
    }
}
