package org.folkmoot.registry.dspt;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.folkmoot.events.Relay;
import org.folkmoot.registry.announcement.TellsStates;
import org.folkmoot.registry.ics.InTurn;
import org.folkmoot.tenancy.Sql;

/**
 * Tells what the toolkit says of organisations now, each time that a list names them, in the caller's transaction.
 *
 * <p>Of two states of an organisation the one with the higher version holds: the time in milliseconds, since lists are taken in
 * one after the other.
 */
@ApplicationScoped
class TellDsptStates implements TellsStates {

    private static final String TELL = """
            insert into folkmoot.outbox (id, aggregatetype, aggregateid, type, payload, tenant_id, topic)
            select uuidv7(), 'dspt-state', n.organisation, 'folkmoot.registry.dsptstate.recorded.v1',
                jsonb_build_object('organisation', n.organisation, 'status', n.status, 'dated', n.dated,
                    'version', (extract(epoch from clock_timestamp()) * 1000)::bigint),
                n.tenant_id, 'ics.' || n.tenant_id || '.registry.dspt-state.v1'
            from (
                select distinct on (s.organisation) s.tenant_id, s.organisation, s.status, s.dated
                from dspt_status s
                where s.tenant_id = folkmoot.current_tenant() and (? or s.organisation = any (?))
                order by s.organisation, s.dated desc, s.file_as_at desc, s.recorded_at desc) n
            """;

    private final Sql sql;
    private final InTurn turn;
    private final Relay relay;

    TellDsptStates(Sql sql, InTurn turn, Relay relay) {
        this.sql = sql;
        this.turn = turn;
        this.relay = relay;
    }

    /** What is said of these now. Whoever calls has the turn to take in a list. */
    void tell(List<String> organisations) {
        if (!organisations.isEmpty()) {
            tell(false, organisations);
        }
    }

    @Override
    public long tellAnew() {
        // A state that is read before a list is taken in and told after it would be the newest of its key.
        turn.waitFor(TakeList.TURN);
        return tell(true, List.of());
    }

    private int tell(boolean all, List<String> organisations) {
        int told = sql.change(TELL, all, organisations);
        relay.wakeAfterCommit();
        return told;
    }
}
