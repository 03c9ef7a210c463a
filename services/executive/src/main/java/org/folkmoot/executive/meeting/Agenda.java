package org.folkmoot.executive.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.folkmoot.events.Chronicle;
import org.folkmoot.events.Uuid7;
import org.folkmoot.executive.power.BallotHeard;
import org.folkmoot.executive.power.MotionBallots;
import org.folkmoot.executive.power.MotionHeard;
import org.folkmoot.executive.power.MotionWithdrawn;
import org.folkmoot.tenancy.Person;
import org.jspecify.annotations.Nullable;

/** What waits for agendas, what stands on them, and agendas as they were frozen; in the caller's transaction. */
@ApplicationScoped
public class Agenda {

    private final EntityManager database;
    private final Meetings meetings;
    private final MotionBallots ballots;
    private final Chronicle chronicle;
    private final Clock clock;

    Agenda(EntityManager database, Meetings meetings, MotionBallots ballots, Chronicle chronicle, Clock clock) {
        this.database = database;
        this.meetings = meetings;
        this.ballots = ballots;
        this.chronicle = chronicle;
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
        next.ifPresent(meeting -> item.place(meeting.id(), last(items(meeting.id())) + 1));
        database.flush();
        return new Escalation(item.id(), next.map(Meeting::id).orElse(null));
    }

    /**
     * A tabled motion waits for the group's agenda; it is heard of once, however often the news comes, and waits for none if it
     * was decided or withdrawn before it was heard of.
     */
    void heard(@Observes MotionHeard motion) {
        ballots.hold(motion.motion());
        List<UUID> only = List.of(motion.motion());
        boolean settled =
                !ballots.latest(only).isEmpty() || !ballots.withdrawn(only).isEmpty();
        if (!settled && ofMotion(motion.motion()).isEmpty()) {
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

    /**
     * What a ballot decided waits for no agenda any more, and leaves one that is still being made. On a frozen agenda it stays,
     * with what came of it.
     */
    void heard(@Observes BallotHeard ballot) {
        settle(ballot.motion(), item -> settle(item, ballot));
    }

    /** What was withdrawn leaves the backlog and agendas in the same way as what a ballot decided. */
    void heard(@Observes MotionWithdrawn motion) {
        settle(motion.motion(), item -> {
            item.settle(AgendaItem.WITHDRAWN, motion.reason(), clock.instant());
            chronicle.itself("withdrawn", "agenda-item", item.id(), "motion " + motion.motion());
        });
    }

    private void settle(UUID motion, Consumer<AgendaItem> settling) {
        // A meeting before what stands on its agenda, as whoever changes the agenda holds them.
        meetingOf(motion).ifPresent(meetings::held);
        for (AgendaItem item : ofMotion(motion)) {
            if (!item.isSettled()) {
                // Meanwhile it may have come onto another agenda.
                boolean draft = Optional.ofNullable(item.meetingId())
                        .flatMap(meetings::held)
                        .filter(meeting -> meeting.state() instanceof MeetingState.Draft)
                        .isPresent();
                if (draft) {
                    item.release();
                }
                settling.accept(item);
            }
        }
        database.flush();
    }

    private void settle(AgendaItem item, BallotHeard ballot) {
        item.settle(AgendaItem.DECIDED, outcome(ballot), clock.instant());
        chronicle.itself("decided", "agenda-item", item.id(), "ballot " + ballot.ballot());
    }

    private static String outcome(BallotHeard ballot) {
        return switch (ballot.outcome()) {
            case "carried" -> "A ballot of the group carried it.";
            case "no-quorum" -> "Too few took part in the ballot of the group on it, so it was not carried.";
            default -> "A ballot of the group did not carry it.";
        };
    }

    /** On whose agenda the item of a motion stands now; whoever holds neither may move it. */
    private Optional<UUID> meetingOf(UUID motion) {
        return database.createQuery(
                        "select item.meetingId from AgendaItem item where item.kind = 'motion' and item.originId = :motion"
                                + " and item.meetingId is not null",
                        UUID.class)
                .setParameter("motion", motion)
                .getResultStream()
                .findFirst();
    }

    /** The item of a motion, so that nobody else changes it until this transaction ends. */
    private List<AgendaItem> ofMotion(UUID motion) {
        return database.createQuery("from AgendaItem where kind = 'motion' and originId = :motion", AgendaItem.class)
                .setParameter("motion", motion)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
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

    /** The last place on an agenda that is taken; 0 while nothing stands on it. */
    private static int last(List<AgendaItem> items) {
        return items.stream().mapToInt(AgendaItem::position).max().orElse(0);
    }

    /**
     * What waits in the group's backlog, in the order in which it came, what stands on a draft whose hour has passed among it;
     * what a ballot has decided waits no more.
     */
    @SuppressWarnings("unchecked")
    List<AgendaItem> waiting(UUID group, @Nullable UUID after, int most) {
        return database.createNativeQuery("""
                        select i.* from agenda_item i
                        where i.tenant_id = folkmoot.current_tenant() and i.group_id = :group
                          and i.settled_at is null and i.id > :after
                          and (i.meeting_id is null
                               or exists (
                                   select 1 from meeting m
                                   where m.tenant_id = i.tenant_id and m.id = i.meeting_id and m.state = 'draft'
                                     and m.starts_at <= :now))
                          and not exists (
                              select 1 from motion_ballot b
                              where b.tenant_id = i.tenant_id and b.motion_id = i.origin_id and i.kind = 'motion')
                        order by i.id
                        """, AgendaItem.class)
                .setParameter("group", group)
                .setParameter("after", after == null ? new UUID(0, 0) : after)
                .setParameter("now", clock.instant())
                .setMaxResults(most)
                .getResultList();
    }

    /**
     * A draft that nobody called before its hour can be called no more, so what stands on it waits again, for this meeting too.
     * The meeting is held and still ahead: whoever holds one that has passed asks for no other.
     */
    void releasePassed(Meeting meeting, Instant now) {
        for (Meeting passed : meetings.passedDrafts(meeting.groupId(), meeting.body(), now)) {
            items(passed.id()).stream().filter(item -> !item.isSettled()).forEach(AgendaItem::release);
            meetings.touch(passed);
        }
        database.flush();
    }

    /** What waits and cannot be left off comes onto this agenda, and nothing that a ballot has decided. The meeting is held. */
    void gather(Meeting meeting, Instant now) {
        releasePassed(meeting, now);
        List<AgendaItem> standing = items(meeting.id());
        List<AgendaItem> waiting = database.createQuery(
                        "from AgendaItem where groupId = :group and body = :body and meetingId is null and settledAt is null"
                                + " order by id",
                        AgendaItem.class)
                .setParameter("group", meeting.groupId())
                .setParameter("body", meeting.body().slug())
                .getResultList();
        settleDecided(Stream.concat(standing.stream(), waiting.stream()).toList());
        int last = last(standing);
        for (AgendaItem item : waiting) {
            if (item.mustBeDealtWith()) {
                item.place(meeting.id(), ++last);
            }
        }
    }

    /** What a ballot decided in a time in which nobody settled items by that waits no more, and leaves the agenda. */
    private void settleDecided(List<AgendaItem> items) {
        var open = new HashMap<UUID, AgendaItem>();
        for (AgendaItem item : items) {
            UUID motion = item.motion();
            if (motion != null && !item.isSettled()) {
                open.put(motion, item);
            }
        }
        ballots.latest(List.copyOf(open.keySet())).forEach((motion, ballot) -> {
            AgendaItem item = Objects.requireNonNull(open.get(motion));
            item.release();
            settle(item, ballot);
        });
    }

    /** The items of these identifiers, in that order; those that are not there are left out. */
    List<AgendaItem> named(List<UUID> ids) {
        return among(found(ids), ids);
    }

    private Map<UUID, AgendaItem> found(List<UUID> ids) {
        return database.createQuery("from AgendaItem where id in :ids", AgendaItem.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(AgendaItem::id, Function.identity()));
    }

    private static List<AgendaItem> among(Map<UUID, AgendaItem> found, List<UUID> ids) {
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /**
     * What stands on the agendas of these meetings, by meeting, in its order: as it was frozen, and of a meeting whose agenda
     * never was, as it is. A meeting that is not in it has nothing on its agenda.
     */
    Map<UUID, List<AgendaItem>> standing(List<UUID> meetings, Map<UUID, AgendaVersion> frozen) {
        Map<UUID, List<AgendaItem>> standing = database.createQuery(
                        "from AgendaItem where meetingId in :drafts order by position", AgendaItem.class)
                .setParameter(
                        "drafts",
                        meetings.stream().filter(id -> !frozen.containsKey(id)).toList())
                .getResultStream()
                .collect(Collectors.groupingBy(
                        item -> Objects.requireNonNull(item.meetingId()), HashMap::new, Collectors.toList()));
        Map<UUID, AgendaItem> found = found(frozen.values().stream()
                .flatMap(version -> version.items().stream())
                .map(Line::item)
                .toList());
        frozen.forEach((meeting, version) -> standing.put(
                meeting, among(found, version.items().stream().map(Line::item).toList())));
        return standing;
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
        return Optional.ofNullable(newest(List.of(meeting)).get(meeting));
    }

    /** The agenda of each of these meetings as it was frozen last, by meeting; one that never was is not in it. */
    Map<UUID, AgendaVersion> newest(List<UUID> meetings) {
        return database.createQuery(
                        "from AgendaVersion v where v.meetingId in :meetings and v.number ="
                                + " (select max(w.number) from AgendaVersion w where w.meetingId = v.meetingId)",
                        AgendaVersion.class)
                .setParameter("meetings", meetings)
                .getResultStream()
                .collect(Collectors.toMap(AgendaVersion::meetingId, Function.identity()));
    }

    /** Every version of a meeting's agenda, the first first. */
    List<AgendaVersion> versions(UUID meeting) {
        return database.createQuery(
                        "from AgendaVersion where meetingId = :meeting order by number", AgendaVersion.class)
                .setParameter("meeting", meeting)
                .getResultList();
    }
}
