package org.folkmoot.registry.keepup;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.folkmoot.registry.keepup.Runs.LookWanted;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.tenancy.TenantScope;
import org.jboss.logging.Logger;

/**
 * Looks at the sources that are due. Each replica asks every few seconds whether any is; which of them works is decided by a
 * lock of the database's that ends with the connection that holds it.
 */
@ApplicationScoped
class KeepUp {

    private static final Logger LOG = Logger.getLogger(KeepUp.class);
    private static final String LOCK = "hashtextextended('folkmoot.registry.keep-up', 0)";

    private final AgroalDataSource database;
    private final List<Looks> sources;
    private final Runs runs;
    private final TenantScope scope;
    private final Duration pollInterval;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean stopping;
    private final Thread thread =
            Thread.ofPlatform().name("directory-keep-up").daemon().unstarted(this::loop);

    KeepUp(
            @DataSource("load") AgroalDataSource database,
            Instance<Looks> sources,
            Runs runs,
            TenantScope scope,
            KeepUpSettings settings) {
        this.database = database;
        this.sources = sources.stream().toList();
        this.runs = runs;
        this.scope = scope;
        this.pollInterval = settings.pollInterval();
    }

    void start(@Observes StartupEvent startup) {
        List<Looks> configured = sources.stream().filter(Looks::isConfigured).toList();
        configured.forEach(source -> LOG.infof(
                "The directory is kept up from %s, every %s", source.source().slug(), source.every()));
        if (!configured.isEmpty()) {
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        stopping = true;
        wake.release();
        // What was being read is read again: nothing is kept before the whole of it is.
        thread.interrupt();
        // Where no source is configured it never began, and cannot be waited for.
        if (thread.isAlive()) {
            thread.join(Duration.ofSeconds(5));
        }
    }

    void wanted(@Observes(during = TransactionPhase.AFTER_SUCCESS) LookWanted look) {
        wake.release();
    }

    private void loop() {
        while (!stopping) {
            try {
                if (wake.tryAcquire(pollInterval.toMillis(), TimeUnit.MILLISECONDS)) {
                    wake.drainPermits();
                }
                alone();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (SQLException | RuntimeException e) {
                if (stopping) {
                    return;
                }
                LOG.error("Sources of the directory could not be looked at; they will be again", e);
            }
        }
    }

    private void alone() throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (!ask(connection, "select pg_try_advisory_lock(" + LOCK + ")")) {
                return;
            }
            try {
                scope.run(Tenant.PLATFORM, this::lookAround);
            } finally {
                if (!connection.isClosed()) {
                    ask(connection, "select pg_advisory_unlock(" + LOCK + ")");
                }
            }
        }
    }

    private void lookAround() {
        runs.settle();
        for (Looks source : sources) {
            if (!stopping && source.isConfigured() && runs.isDue(source.source())) {
                look(source);
            }
        }
    }

    private void look(Looks source) {
        try {
            runs.begun(source.source(), source.every());
            source.look();
            runs.succeeded(source.source(), source.every());
        } catch (SourceFault e) {
            if (!stopping) {
                LOG.warnf("%s cannot be looked at: %s", source.source().slug(), e.why());
                runs.failed(source.source(), source.every(), e.why());
            }
        } catch (RuntimeException e) {
            // Whatever it is: it is seen, it keeps no other source waiting, and the next look has its time.
            if (!stopping) {
                LOG.errorf(e, "%s cannot be looked at", source.source().slug());
                runs.failed(
                        source.source(),
                        source.every(),
                        "The service's log has the cause: " + e.getClass().getSimpleName() + ".");
            }
        }
    }

    private static boolean ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
