package org.folkmoot.executive.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.folkmoot.events.Uuid7;
import org.folkmoot.executive.power.MotionHeard;
import org.folkmoot.tenancy.Person;
import org.jspecify.annotations.Nullable;

/** What waits for agendas, what stands on them, and agendas as they were frozen; in the caller's transaction. */
@ApplicationScoped
public class Agenda {

    private final EntityManager database;
    private final Meetings meetings;
    private final Clock clock;

    Agenda(EntityManager database, Meetings meetings, Clock clock) {
        this.database = database;
        this.meetings = meetings;
        this.clock = clock;
    }

    /**
     * Where an escalated decision was put.
     *
     * @param item on the agenda, or waiting for one
     * @param meeting the next meeting of the group; null while none is drafted
     */
    public record Escalation(UUID item, @Nullable UUID meeting) {}

    /**
     * Puts a decision on the next agenda of the leadership group that is not frozen. While there is none, it waits, and comes
     * onto the next one by itself.
     */
    public Escalation escalate(UUID group, UUID decision, String title, String words, Person by, Instant at) {
        var item = new AgendaItem(
                Uuid7.next(),
                group,
                Body.LEADERSHIP_GROUP,
                AgendaItem.ESCALATION,
                decision,
                title,
                words,
                by,
                null,
                at);
        database.persist(item);
        Optional<Meeting> next = meetings.nextDraft(group, Body.LEADERSHIP_GROUP, at);
        next.ifPresent(meeting -> item.place(meeting.id(), items(meeting.id()).size() + 1));
        database.flush();
        return new Escalation(item.id(), next.map(Meeting::id).orElse(null));
    }

    /** A tabled motion waits for the group's agenda; it is heard of once, however often the news comes. */
    void heard(@Observes MotionHeard motion) {
        boolean known = !database.createQuery(
                        "from AgendaItem where kind = 'motion' and originId = :motion", AgendaItem.class)
                .setParameter("motion", motion.motion())
                .getResultList()
                .isEmpty();
        if (!known) {
            database.persist(new AgendaItem(
                    Uuid7.next(),
                    motion.group(),
                    Body.LEADERSHIP_GROUP,
                    AgendaItem.MOTION,
                    motion.motion(),
                    motion.title(),
                    "Tabled in the group.",
                    null,
                    null,
                    clock.instant()));
        }
    }

    void add(AgendaItem item) {
        database.persist(item);
    }

    Optional<AgendaItem> item(UUID id) {
        return Optional.ofNullable(database.find(AgendaItem.class, id));
    }

    /** What stands on a meeting's agenda, in its order. */
    List<AgendaItem> items(UUID meeting) {
        return database.createQuery("from AgendaItem where meetingId = :meeting order by position", AgendaItem.class)
                .setParameter("meeting", meeting)
                .getResultList();
    }

    /** What waits in the group's backlog, in the order in which it came. */
    List<AgendaItem> waiting(UUID group, @Nullable UUID after, int most) {
        return database.createQuery(
                        "from AgendaItem where groupId = :group and meetingId is null and settledAt is null and id > :after"
                                + " order by id",
                        AgendaItem.class)
                .setParameter("group", group)
                .setParameter("after", after == null ? new UUID(0, 0) : after)
                .setMaxResults(most)
                .getResultList();
    }

    /** What waits and cannot be left off comes onto this agenda. The meeting is held. */
    void gather(Meeting meeting) {
        int last = items(meeting.id()).size();
        List<AgendaItem> due = database
                .createQuery(
                        "from AgendaItem where groupId = :group and body = :body and meetingId is null and settledAt is null"
                                + " order by id",
                        AgendaItem.class)
                .setParameter("group", meeting.groupId())
                .setParameter("body", meeting.body().slug())
                .getResultList()
                .stream()
                .filter(AgendaItem::mustBeDealtWith)
                .toList();
        for (AgendaItem item : due) {
            item.place(meeting.id(), ++last);
        }
    }

    /** The items of these identifiers, in that order; those that are not there are left out. */
    List<AgendaItem> named(List<UUID> ids) {
        Map<UUID, AgendaItem> found = database.createQuery("from AgendaItem where id in :ids", AgendaItem.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(AgendaItem::id, Function.identity()));
        return ids.stream().map(found::get).filter(item -> item != null).toList();
    }

    /** Freezes what stands on a meeting's agenda now as its next version. */
    AgendaVersion freeze(
            Meeting meeting, List<AgendaItem> items, List<Matter> matters, @Nullable String reason, Person by) {
        int number = newest(meeting.id()).map(AgendaVersion::number).orElse(0) + 1;
        var version = new AgendaVersion(
                Uuid7.next(),
                meeting.id(),
                number,
                items.stream().map(AgendaItem::line).toList(),
                matters,
                reason,
                by,
                clock.instant());
        database.persist(version);
        return version;
    }

    Optional<AgendaVersion> newest(UUID meeting) {
        return versions(meeting).stream().max(Comparator.comparingInt(AgendaVersion::number));
    }

    /** Every version of a meeting's agenda, the first first. */
    List<AgendaVersion> versions(UUID meeting) {
        return database.createQuery(
                        "from AgendaVersion where meetingId = :meeting order by number", AgendaVersion.class)
                .setParameter("meeting", meeting)
                .getResultList();
    }
}
