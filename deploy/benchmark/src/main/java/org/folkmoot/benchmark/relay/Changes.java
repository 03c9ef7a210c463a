package org.folkmoot.benchmark.relay;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.folkmoot.events.Event;
import org.folkmoot.events.Outbox;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.tenancy.TenantScope;

/**
 * Changes surgeries at a steady rate, each in a transaction of its own that announces the change. The rate is kept
 * whatever a change takes: one that is slow does not put off the next.
 */
@ApplicationScoped
class Changes {

    static final Tenant TENANT = Tenant.of("qkk");
    static final String ENTITY = "surgery";
    static final String RUN = "run";

    private static final int SURGERIES = 5_000;

    /** A little less than the service's pool has: a change that has to wait waits here, without end. */
    private static final int CONNECTIONS = 12;

    private static final String CHANGE = """
            insert into surgery as s (tenant_id, code, name) values (?, ?, ?)
            on conflict (tenant_id, code) do update set name = excluded.name, changes = s.changes + 1
            """;

    private final TenantScope tenants;
    private final DataSource database;
    private final Outbox outbox;
    private final Clock clock = Clock.systemUTC();

    Changes(TenantScope tenants, DataSource database, Outbox outbox) {
        this.tenants = tenants;
        this.database = database;
        this.outbox = outbox;
    }

    /**
     * A change that was committed.
     *
     * @param begins when its commit began, in microseconds
     * @param returns when its commit had returned
     */
    private record Committed(Event event, long begins, long returns) {}

    /** Makes the changes, writes {@code id,begins,returns} for each, and gives their number. */
    int announce(int run, String domain, int rate, int seconds, Path file) throws IOException {
        int count = rate * seconds;
        long begin = System.nanoTime() + 20_000_000;
        List<Future<Committed>> all = new ArrayList<>(count);
        var connections = new Semaphore(CONNECTIONS);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                await(begin + i * 1_000_000_000L / rate);
                int number = i;
                all.add(threads.submit(() -> {
                    connections.acquire();
                    try {
                        return change(run, domain, number);
                    } finally {
                        connections.release();
                    }
                }));
            }
        }
        try (var writer = Files.newBufferedWriter(file)) {
            for (Future<Committed> each : all) {
                Committed committed = each.get();
                writer.write(committed.event().id() + "," + committed.begins() + "," + committed.returns() + "\n");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a change failed: " + e.getCause(), e);
        }
        return count;
    }

    private Committed change(int run, String domain, int number) {
        String code = "Y%05d".formatted(number % SURGERIES);
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("code", code);
        data.put("name", "THE SURGERY AT CHANGE " + number + ", ST. MARY'S HIGH STREET");
        data.put("icb", TENANT.icb().code());
        data.put(RUN, run);
        Event event = Event.of(TENANT, domain, ENTITY, code, "renamed", clock.instant(), data);
        return tenants.call(TENANT, () -> {
            long begins = QuarkusTransaction.requiringNew().call(() -> {
                write(code, data.get("name").asText());
                outbox.announce(event);
                return Stamp.now();
            });
            return new Committed(event, begins, Stamp.now());
        });
    }

    private void write(String code, String name) {
        try (var connection = database.getConnection();
                var change = connection.prepareStatement(CHANGE)) {
            change.setString(1, TENANT.id());
            change.setString(2, code);
            change.setString(3, name);
            change.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the surgery could not be changed", e);
        }
    }

    private static void await(long nanoTime) {
        for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
