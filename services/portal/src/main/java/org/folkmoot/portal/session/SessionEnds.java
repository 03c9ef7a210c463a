package org.folkmoot.portal.session;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.virtual.threads.VirtualThreads;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import org.folkmoot.events.ics.IcsOffboarded;
import org.folkmoot.events.ics.IcsSuspended;
import org.folkmoot.tenancy.Ics;
import org.folkmoot.tenancy.IcsDirectory;
import org.folkmoot.tenancy.Tenant;
import org.jboss.logging.Logger;

/** Ends sessions that nobody ends: those that have run out, and those of an ICS that is no longer served. */
@ApplicationScoped
class SessionEnds {

    private static final Logger LOG = Logger.getLogger(SessionEnds.class);

    private final Vertx vertx;
    private final ExecutorService threads;
    private final PortalConfig config;
    private final IcsDirectory directory;
    private final SessionStore store;
    private final Clock clock;

    SessionEnds(
            Vertx vertx,
            @VirtualThreads ExecutorService threads,
            PortalConfig config,
            IcsDirectory directory,
            SessionStore store,
            Clock clock) {
        this.vertx = vertx;
        this.threads = threads;
        this.config = config;
        this.directory = directory;
        this.store = store;
        this.clock = clock;
    }

    void begin(@Observes StartupEvent started) {
        vertx.setPeriodic(config.sweepEvery().toMillis(), ignored -> threads.execute(this::sweep));
    }

    /** What happens after the announcement's transaction must not be part of it. */
    void suspended(@Observes IcsSuspended ics) {
        threads.execute(() -> endAll(ics.tenant()));
    }

    void offboarded(@Observes IcsOffboarded ics) {
        threads.execute(() -> endAll(ics.tenant()));
    }

    /** Deletes what has ended by itself, of every tenant, and tells how much that was. */
    int sweep() {
        try {
            return Stream.concat(
                            Stream.of(Tenant.PLATFORM), directory.all().stream().map(Ics::tenant))
                    .mapToInt(tenant -> store.transaction(tenant, c -> store.sweep(c, tenant, clock.instant())))
                    .sum();
        } catch (RuntimeException e) {
            // Nothing is lost: the next round finds the same rows.
            LOG.warn("Ended sessions could not be deleted this time", e);
            return 0;
        }
    }

    /** Ends every session of an ICS. */
    void endAll(Tenant tenant) {
        try {
            store.transaction(tenant, connection -> {
                store.endAll(connection, tenant);
                return true;
            });
        } catch (RuntimeException e) {
            // Nobody of a suspended ICS is let in, with a session or without.
            LOG.warnf(e, "The sessions of %s could not be ended", tenant);
        }
    }
}
