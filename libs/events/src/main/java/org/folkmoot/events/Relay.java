package org.folkmoot.events;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * Carries the outbox to Kafka. In each service's database one relay is active, by an advisory lock; those of the other
 * replicas stand by and take over within a second or two when its connection ends.
 *
 * <p><b>Waves.</b> A sequence number is drawn before its row is committed, so a cursor on {@code seq} passes by rows that
 * become visible later. A cursor on the transaction, {@code (xid, seq)}, loses none but swaps: of two transactions that
 * change one aggregate, the one that began first may change it last. Nor is it enough to read everything below the
 * oldest running transaction in the order of {@code seq}: that border can run between the two. The relay therefore
 * reads what one snapshot of the database sees and the one before it did not, in the order of {@code seq}:
 *
 * <ul>
 *   <li>Nothing is lost: what is committed is seen by every later snapshot, so it is in exactly one difference.
 *   <li>Nothing is swapped: a transaction that waited for another to let go of an aggregate is seen by no snapshot that
 *       does not see that other. So the earlier event is in an earlier wave, or in the same one with a lower
 *       {@code seq}, for {@code seq} is drawn while the aggregate is held.
 *   <li>Nobody waits: a long transaction delays its own announcements alone.
 * </ul>
 *
 * <p>The cursor (the last snapshot; within a wave also its own snapshot and the last {@code seq}) moves only after Kafka
 * acknowledged all that it passes. On any failure the batch is sent again; consumers drop what they have had.
 *
 * <p><b>Topics that refuse</b> (not there, not permitted) do not hold up others: their announcements are noted in
 * {@code folkmoot.outbox_stalled} in the transaction that moves the cursor, and are sent, before anything later of the
 * same topic, once it takes them.
 */
@ApplicationScoped
public class Relay {

    private final TransactionSynchronizationRegistry transactions;
    private final EventsConfig config;
    private final RelayLoop loop;
    private final Thread thread;

    Relay(
            @DataSource("relay") AgroalDataSource database,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            TransactionSynchronizationRegistry transactions,
            EventsConfig config) {
        this.transactions = transactions;
        this.config = config;
        this.loop = new RelayLoop(
                database::getConnection,
                () -> new KafkaPublisher(kafka, config.relay().batchTimeout()),
                config,
                Clock.systemUTC());
        this.thread = Thread.ofPlatform().name("outbox-relay").daemon().unstarted(loop);
    }

    void start(@Observes StartupEvent startup) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        loop.stop();
        // A batch in flight is given the time to be acknowledged; what is cut off would be sent again.
        if (!thread.join(Duration.ofSeconds(5))) {
            thread.interrupt();
            thread.join(Duration.ofSeconds(2));
        }
    }

    /** There are committed announcements: look now. Costs nothing; may be called from any thread. */
    public void wake() {
        loop.wake();
    }

    /** {@link #wake} once the caller's transaction is committed, and not if it is rolled back. */
    public void wakeAfterCommit() {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("no transaction is active");
        }
        if (transactions.getResource(this) == null) {
            transactions.putResource(this, true);
            transactions.registerInterposedSynchronization(Outbox.afterCommit(this::wake));
        }
    }

    RelayState state() {
        return loop.state();
    }

    /** How many announcements Kafka has acknowledged to this replica. */
    long sent() {
        return loop.sent();
    }

    /** Longer than this without a turn of the loop means that it hangs. */
    Duration longestTurn() {
        return config.relay().batchTimeout().multipliedBy(4).plusSeconds(60);
    }
}
