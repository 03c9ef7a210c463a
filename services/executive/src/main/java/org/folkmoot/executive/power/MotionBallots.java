package org.folkmoot.executive.power;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.tenancy.Sql;

/** What came of motions, from the copy, in the caller's transaction. */
@ApplicationScoped
public class MotionBallots {

    private final Sql sql;

    MotionBallots(Sql sql) {
        this.sql = sql;
    }

    /** Nothing more is heard of the motion until this transaction ends, and whatever was is seen. */
    public void hold(UUID motion) {
        sql.call(
                "select pg_advisory_xact_lock(hashtextextended('motion ' || folkmoot.current_tenant() || ?, 0))",
                motion.toString());
    }

    /** The ballot by which that group carried the motion, if it did. */
    public Optional<UUID> carried(UUID motion, UUID group) {
        return sql.first(row -> row.getObject("ballot_id", UUID.class), """
                select ballot_id from motion_ballot
                where tenant_id = folkmoot.current_tenant() and motion_id = ? and group_id = ? and outcome = ?
                order by declared_at
                """, motion, group, BallotHeard.CARRIED);
    }

    /** The outcome of the latest ballot on each of these motions that has had one. */
    public Map<UUID, String> outcomes(List<UUID> motions) {
        if (motions.isEmpty()) {
            return Map.of();
        }
        var outcomes = new HashMap<UUID, String>();
        sql.list(
                        row -> Map.entry(row.getObject("motion_id", UUID.class), row.getString("outcome")),
                        """
                        select motion_id, outcome from motion_ballot
                        where tenant_id = folkmoot.current_tenant() and motion_id = any(?::uuid[])
                        order by declared_at
                        """,
                        motions.stream().map(UUID::toString).toList())
                .forEach(each -> outcomes.put(each.getKey(), each.getValue()));
        return outcomes;
    }

    void declared(BallotHeard ballot, Instant at) {
        hold(ballot.motion());
        sql.change("""
                insert into motion_ballot (tenant_id, ballot_id, motion_id, group_id, outcome, declared_at)
                values (folkmoot.current_tenant(), ?, ?, ?, ?, ?)
                on conflict (tenant_id, ballot_id) do update set motion_id = excluded.motion_id,
                    group_id = excluded.group_id, outcome = excluded.outcome, declared_at = excluded.declared_at
                """, ballot.ballot(), ballot.motion(), ballot.group(), ballot.outcome(), at);
    }
}
