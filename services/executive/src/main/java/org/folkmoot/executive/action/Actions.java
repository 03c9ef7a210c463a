package org.folkmoot.executive.action;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.folkmoot.executive.meeting.Body;
import org.folkmoot.executive.meeting.Matter;
import org.folkmoot.executive.meeting.MattersArising;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** The actions of the ICS. */
@ApplicationScoped
class Actions implements PanacheRepositoryBase<Action, UUID>, MattersArising {

    private final Sql sql;
    private final Clock clock;

    Actions(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Which actions are asked for; what is absent does not matter.
     *
     * @param owner the subject of whoever does it
     * @param organisation whom it concerns
     * @param enquiry from which it comes
     * @param states in which it may be
     * @param dueBefore a day before which it was due
     */
    record Asked(
            @Nullable UUID group,
            @Nullable String owner,
            @Nullable String organisation,
            @Nullable UUID enquiry,
            List<String> states,
            @Nullable LocalDate dueBefore) {}

    /** Those that are due on that day after that one, or later, the earliest due first. */
    List<Action> page(Asked asked, LocalDate due, UUID after, int most) {
        var query = new StringBuilder("due >= :due and (due > :due or id > :after) and state in :states");
        var values = new HashMap<String, Object>(Map.of("due", due, "after", after, "states", asked.states()));
        narrow(query, values, "groupId", asked.group());
        narrow(query, values, "owner", asked.owner());
        narrow(query, values, "organisation", asked.organisation());
        narrow(query, values, "enquiryId", asked.enquiry());
        if (asked.dueBefore() != null) {
            query.append(" and due < :dueBefore");
            values.put("dueBefore", asked.dueBefore());
        }
        return find(query.append(" order by due, id").toString(), values)
                .page(0, most)
                .list();
    }

    private static void narrow(
            StringBuilder query, Map<String, Object> values, String attribute, @Nullable Object value) {
        if (value != null) {
            query.append(" and ").append(attribute).append(" = :").append(attribute);
            values.put(attribute, value);
        }
    }

    /** The action, so that nobody else changes it until this transaction ends. */
    Optional<Action> held(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public List<Matter> of(UUID group, UUID series, Body body) {
        LocalDate today = LondonTime.today(clock);
        String from = body == Body.EXECUTIVE ? "(seriesId = ?2 or seriesId is null)" : "seriesId = ?2";
        return find(
                        "groupId = ?1 and state in ?3 and " + from + " order by due, id",
                        group,
                        series,
                        ActionState.PENDING)
                .stream()
                .map(action -> action.matter(today))
                .toList();
    }

    @Override
    public List<Matter> assignedAt(UUID meeting) {
        LocalDate today = LondonTime.today(clock);
        return find(
                        "meetingId = ?1 or decisionId in (select d.id from Decision d where d.meetingId = ?1)"
                                + " order by due, id",
                        meeting)
                .stream()
                .map(action -> action.matter(today))
                .toList();
    }

    /** Nobody else changes what an action of this ICS waits for, until this transaction ends. */
    void holdBlockers() {
        sql.call("select pg_advisory_xact_lock(hashtextextended('action-blocker ' || folkmoot.current_tenant(), 0))");
    }

    /** Whether the one action waits for the other, by however many between them. */
    boolean waitsFor(UUID one, UUID other) {
        return sql.first(row -> true, """
                with recursive waits (id) as (
                    select ?::uuid
                    union
                    select a.blocked_by from waits w join action a
                        on a.tenant_id = folkmoot.current_tenant() and a.id = w.id
                    where a.blocked_by is not null)
                select from waits where id = ?
                """, one, other).isPresent();
    }

    ActionView view(Action action) {
        return views(List.of(action)).getFirst();
    }

    /** As they are shown, in their order. */
    List<ActionView> views(List<Action> actions) {
        LocalDate today = LondonTime.today(clock);
        List<UUID> blockers = actions.stream()
                .flatMap(action -> Optional.ofNullable(action.blockedBy()).stream())
                .distinct()
                .toList();
        Set<UUID> pending = blockers.isEmpty()
                ? Set.of()
                : list("id in ?1 and state in ?2", blockers, ActionState.PENDING).stream()
                        .map(Action::id)
                        .collect(Collectors.toSet());
        return actions.stream()
                .map(action -> action.view(
                        Optional.ofNullable(action.blockedBy())
                                .filter(pending::contains)
                                .isPresent(),
                        today))
                .toList();
    }
}
