package org.folkmoot.tenants.ics;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Takes the ICSs that are due and sets a virtual thread to work for each, a few at a time. Woken as soon as an operator's
 * request is committed here; it looks by itself for what other replicas accepted, or left behind when they died.
 */
@ApplicationScoped
class Workers {

    private static final Logger LOG = Logger.getLogger(Workers.class);

    private final IcsWork work;
    private final WorkConfig config;
    private final Semaphore hands;
    private final Semaphore bell = new Semaphore(0);
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("ics-work-", 0).factory());
    private volatile boolean closing;

    Workers(IcsWork work, WorkConfig config) {
        this.work = work;
        this.config = config;
        this.hands = new Semaphore(config.parallel());
    }

    /** Fired in a transaction that has made an ICS due. */
    record Due() {}

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) Due due) {
        bell.release();
    }

    void start(@Observes StartupEvent event) {
        threads.execute(this::run);
    }

    void stop(@Observes ShutdownEvent event) {
        closing = true;
        // Work in hand is broken off; it is taken up again when its lease has run out.
        threads.shutdownNow();
    }

    private void run() {
        boolean started = false;
        while (!closing) {
            try {
                if (!started) {
                    work.makeAllDue();
                    started = true;
                }
                hands.acquire();
                Optional<WorkQueue.Taken> taken = takeOrLetGo();
                if (taken.isPresent()) {
                    threads.execute(() -> perform(taken.get()));
                } else if (bell.tryAcquire(config.pollInterval().toMillis(), TimeUnit.MILLISECONDS)) {
                    bell.drainPermits();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.warnf("the list of ICSs to look after cannot be read, trying again: %s", e.getMessage());
                pause();
            }
        }
    }

    private Optional<WorkQueue.Taken> takeOrLetGo() {
        Optional<WorkQueue.Taken> taken = Optional.empty();
        try {
            taken = work.take();
            return taken;
        } finally {
            if (taken.isEmpty()) {
                hands.release();
            }
        }
    }

    private void perform(WorkQueue.Taken taken) {
        try {
            work.perform(taken);
        } catch (RuntimeException e) {
            LOG.warnf(e, "work for %s was broken off; it is taken up again when its lease has run out", taken.tenant());
        } finally {
            hands.release();
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(config.pollInterval().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
