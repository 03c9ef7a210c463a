package org.folkmoot.registry.release;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.registry.directory.InForce;
import org.folkmoot.registry.release.LoadRelease.Task;
import org.folkmoot.registry.release.ReceiveRelease.JobReceived;
import org.jboss.logging.Logger;

/**
 * Runs the jobs, the oldest first.
 *
 * <p>Each replica has one runner. Which of them works is decided by a lock of the database's that ends with the
 * connection that holds it, so a job that says it is running while the lock is free was cut short, and is begun again.
 * After {@value #MOST_ATTEMPTS} attempts it is given up, lest one bad release keeps all others waiting.
 */
@ApplicationScoped
class LoadRunner {

    private static final Logger LOG = Logger.getLogger(LoadRunner.class);
    private static final int MOST_ATTEMPTS = 3;
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);

    private final AgroalDataSource database;
    private final LoadRelease load;
    private final InForce inForce;
    private final Duration pollInterval;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean stopping;
    private final Thread thread =
            Thread.ofPlatform().name("directory-loads").daemon().unstarted(this::loop);

    LoadRunner(
            @DataSource("load") AgroalDataSource database,
            LoadRelease load,
            InForce inForce,
            @ConfigProperty(name = "folkmoot.registry.load.poll-interval", defaultValue = "2S") Duration pollInterval) {
        this.database = database;
        this.load = load;
        this.inForce = inForce;
        this.pollInterval = pollInterval;
    }

    void start(@Observes StartupEvent startup) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        stopping = true;
        wake.release();
        // A load in progress is cut short: it will be begun again from its kept files.
        thread.interrupt();
        thread.join(Duration.ofSeconds(5));
    }

    void received(@Observes(during = TransactionPhase.AFTER_SUCCESS) JobReceived job) {
        wake.release();
    }

    private void loop() {
        while (!stopping) {
            try {
                boolean woken = wake.tryAcquire(pollInterval.toMillis(), TimeUnit.MILLISECONDS);
                if (woken) {
                    wake.drainPermits();
                }
                inForce.refresh();
                runAll();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (SQLException | IOException | RuntimeException e) {
                if (stopping) {
                    return;
                }
                LOG.error("A directory load failed and will be tried again", e);
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE_AFTER_FAILURE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void runAll() throws SQLException, IOException {
        try (Connection connection = database.getConnection()) {
            if (!hasWork(connection) || !lock(connection)) {
                return;
            }
            try {
                for (Optional<Task> next = next(connection); next.isPresent() && !stopping; next = next(connection)) {
                    run(next.get());
                }
            } finally {
                unlock(connection);
            }
        }
    }

    private void run(Task task) throws SQLException, IOException {
        if (task.attempt() > MOST_ATTEMPTS) {
            LOG.errorf("Directory load %s is given up after %d attempts", task.job(), MOST_ATTEMPTS);
            load.giveUp(task);
        } else {
            LOG.infof("Directory load %s begins, attempt %d", task.job(), task.attempt());
            load.run(task);
            inForce.refresh();
            LOG.infof("Directory load %s has ended", task.job());
        }
    }

    private static boolean hasWork(Connection connection) throws SQLException {
        return ask(connection, "select exists (select from load_job where state <> 'done')");
    }

    private static boolean lock(Connection connection) throws SQLException {
        return ask(connection, "select pg_try_advisory_lock(hashtextextended('folkmoot.registry.loads', 0))");
    }

    private static void unlock(Connection connection) throws SQLException {
        if (!connection.isClosed()) {
            ask(connection, "select pg_advisory_unlock(hashtextextended('folkmoot.registry.loads', 0))");
        }
    }

    private static boolean ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static Optional<Task> next(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        update load_job set state = 'running', attempts = attempts + 1, started_at = coalesce(started_at, now())
                        where id = (select id from load_job where state <> 'done' order by position limit 1)
                        returning id, attempts, declared_as_at, accept_shrink
                        """)) {
            return row.next()
                    ? Optional.of(new Task(
                            row.getObject(1, UUID.class),
                            row.getInt(2),
                            row.getObject(3, LocalDate.class),
                            row.getBoolean(4)))
                    : Optional.empty();
        }
    }
}
