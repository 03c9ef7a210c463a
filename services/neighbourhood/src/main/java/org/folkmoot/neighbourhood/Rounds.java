package org.folkmoot.neighbourhood;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.virtual.threads.VirtualThreads;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.folkmoot.tenancy.Ics;
import org.folkmoot.tenancy.IcsDirectory;
import org.folkmoot.tenancy.IcsState;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.tenancy.TenantScope;
import org.jboss.logging.Logger;

/**
 * What is done again and again, for one ICS after the other. Every replica does it: what is done has to find that another was
 * there before.
 */
@ApplicationScoped
public class Rounds {

    private static final Logger LOG = Logger.getLogger(Rounds.class);

    private final IcsDirectory directory;
    private final TenantScope scope;
    private final ExecutorService threads;
    private final Vertx vertx;
    private volatile boolean stopped;

    Rounds(IcsDirectory directory, TenantScope scope, @VirtualThreads ExecutorService threads, Vertx vertx) {
        this.directory = directory;
        this.scope = scope;
        this.threads = threads;
        this.vertx = vertx;
    }

    void end(@Observes ShutdownEvent shutdown) {
        stopped = true;
    }

    /**
     * Does it for each active ICS, under its tenant, every so often until the service ends. A round that would begin while the
     * one before goes on is left out. What fails is logged, and the next round does it.
     *
     * @param what in words of the log
     */
    public void every(Duration interval, String what, Consumer<Tenant> work) {
        var round = new ReentrantLock();
        vertx.setPeriodic(interval.toMillis(), _ -> threads.execute(() -> round(round, what, work)));
    }

    private void round(ReentrantLock round, String what, Consumer<Tenant> work) {
        if (stopped || !round.tryLock()) {
            return;
        }
        try {
            directory.all().stream()
                    .filter(ics -> ics.state() == IcsState.ACTIVE)
                    .map(Ics::tenant)
                    .forEach(tenant -> of(tenant, what, work));
        } catch (RuntimeException e) {
            LOG.warnf("%s: the list of ICSs cannot be read: %s", what, e.getMessage());
        } finally {
            round.unlock();
        }
    }

    private void of(Tenant tenant, String what, Consumer<Tenant> work) {
        try {
            scope.run(tenant, () -> work.accept(tenant));
        } catch (RuntimeException e) {
            LOG.warnf(e, "%s: %s failed this time", tenant, what);
        }
    }
}
