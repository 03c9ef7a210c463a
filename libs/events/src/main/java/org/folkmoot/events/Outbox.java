package org.folkmoot.events;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.folkmoot.tenancy.CurrentTenant;
import org.folkmoot.tenancy.Tenant;

/**
 * Announces events in the transaction of the change that they tell of: both are committed, or neither.
 *
 * <p><b>Order.</b> Events of one aggregate are told in the order in which they were announced by transactions that held
 * the aggregate. So announce after the change, or at least after reading the aggregate with its version: of two
 * transactions that announce on the same version only one commits.
 *
 * <p><b>The SQL contract</b>, for those who announce many at once or in one statement with the change: insert into
 * {@code folkmoot.outbox} the columns below, in a transaction whose {@code folkmoot.tenant} is the event's tenant or
 * {@code platform}; leave {@code created_on}, {@code xid} and {@code seq} to their defaults; then call
 * {@link Relay#wakeAfterCommit} in the transaction or {@link Relay#wake} after it (else the relay finds the rows by its
 * next look, {@code folkmoot.events.relay.poll-interval}).
 *
 * <pre>{@code
 * with changed as (update practice set … returning *)       -- holds the aggregate before seq is drawn
 * insert into folkmoot.outbox (id, aggregatetype, aggregateid, type, payload, tenant_id, topic, occurred_at)
 * select uuidv7(), 'practice', code, 'folkmoot.registry.practice.renamed.v1',
 *        jsonb_strip_nulls(jsonb_build_object('code', code, …)), 'qkk', 'ics.qkk.registry.practice.v1', now()
 * from changed
 * }</pre>
 *
 * Whoever is traced may fill {@code traceparent} as well: consumers go on with that trace.
 *
 * <p>Constraints refuse a topic of another tenant, a malformed type and data of more than 200,000 characters.
 */
@ApplicationScoped
public class Outbox {

    private static final String INSERT = """
            insert into folkmoot.outbox
                (id, aggregatetype, aggregateid, type, payload, tenant_id, topic, occurred_at, traceparent)
            values (?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?)
            """;

    private final DataSource database;
    private final TransactionSynchronizationRegistry transactions;
    private final CurrentTenant tenant;
    private final Relay relay;

    Outbox(DataSource database, TransactionSynchronizationRegistry transactions, CurrentTenant tenant, Relay relay) {
        this.database = database;
        this.transactions = transactions;
        this.tenant = tenant;
        this.relay = relay;
    }

    /**
     * Announces the event with the caller's transaction, and wakes the relay once that is committed.
     *
     * @throws IllegalStateException outside a transaction, or when the row cannot be written: the transaction is lost
     * @throws IllegalArgumentException when the event belongs to another tenant than the work at hand; the platform may
     *     announce to any
     */
    public void announce(Event event) {
        check(event);
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, event.id());
            insert.setString(2, event.entity());
            insert.setString(3, event.aggregateId());
            insert.setString(4, event.type());
            insert.setString(5, event.data().toString());
            insert.setString(6, event.tenant().id());
            insert.setString(7, event.topic().name());
            insert.setObject(8, event.time().atOffset(ZoneOffset.UTC));
            insert.setString(9, TraceParent.current());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the event could not be announced", e);
        }
        relay.wakeAfterCommit();
    }

    /**
     * The row by which the event is announced, for a statement of the caller's transaction that writes it
     * ({@code folkmoot.chronicle}). The relay is woken once that is committed.
     *
     * @throws IllegalStateException outside a transaction
     * @throws IllegalArgumentException as {@link #announce}
     */
    ObjectNode row(Event event) {
        check(event);
        relay.wakeAfterCommit();
        ObjectNode row = JsonNodeFactory.instance
                .objectNode()
                .put("id", event.id().toString())
                .put("aggregatetype", event.entity())
                .put("aggregateid", event.aggregateId())
                .put("type", event.type())
                .put("tenant_id", event.tenant().id())
                .put("topic", event.topic().name())
                .put("occurred_at", event.time().toString())
                .put("traceparent", TraceParent.current());
        return row.set("payload", event.data());
    }

    private void check(Event event) {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("an event is announced in the transaction of its change; none is active");
        }
        Tenant mine = tenant.require();
        if (!mine.equals(event.tenant()) && !mine.isPlatform()) {
            throw new IllegalArgumentException("work of " + mine + " announces nothing to " + event.tenant());
        }
    }

    /** Runs something once the transaction at hand is committed. */
    static Synchronization afterCommit(Runnable then) {
        return new Synchronization() {
            @Override
            public void beforeCompletion() {
                // The row goes with the transaction; there is nothing to prepare.
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    then.run();
                }
            }
        };
    }
}
