package org.folkmoot.executive.decision;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** The forward plan of the ICS. */
@ApplicationScoped
class Plans implements PanacheRepositoryBase<PlannedDecision, UUID> {

    private final Sql sql;

    Plans(Sql sql) {
        this.sql = sql;
    }

    /** The newest first; those of lower identifiers than that one. */
    List<PlannedDecision> page(UUID group, @Nullable UUID before, int most) {
        return find("groupId = ?1 and id < ?2 order by id desc", group, before == null ? new UUID(-1, -1) : before)
                .page(0, most)
                .list();
    }

    /** What was planned, so that nobody else decides or withdraws it until this transaction ends. */
    Optional<PlannedDecision> held(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Of the decisions that were taken since that day, how many had been announced, and how many in time. */
    PlanShare share(UUID group, LocalDate since) {
        return sql.first(
                        row -> new PlanShare(
                                since, row.getLong("taken"), row.getLong("announced"), row.getLong("in_time")),
                        """
                        select count(*) as taken, count(p.id) as announced,
                            count(*) filter (where (p.announced_at at time zone 'Europe/London')::date + ?
                                <= (d.settled_at at time zone 'Europe/London')::date) as in_time
                        from decision d
                        left join planned_decision p on p.tenant_id = d.tenant_id and p.decision_id = d.id
                        where d.tenant_id = folkmoot.current_tenant() and d.group_id = ? and d.state = 'taken'
                          and d.settled_at >= ?
                        """,
                        PlannedDecision.DAYS_AHEAD,
                        group,
                        LondonTime.startOf(since))
                .orElseThrow();
    }
}
