package org.folkmoot.events.trial;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.folkmoot.events.Event;
import org.folkmoot.events.EventHandler;
import org.folkmoot.events.Receipt;
import org.folkmoot.tenancy.CurrentTenant;

/** Writes down each event it hears, and fails when told to. */
@Singleton
public class Practices implements EventHandler {

    /** Aggregates whose events cannot be processed for now. */
    public final Set<String> poisoned = ConcurrentHashMap.newKeySet();

    /** How many more times the database is said to be away. */
    public final AtomicInteger away = new AtomicInteger();

    /** How often an effect was tried. */
    public final AtomicInteger tried = new AtomicInteger();

    private final Receipt receipt;
    private final DataSource database;
    private final CurrentTenant tenant;

    Practices(Receipt receipt, DataSource database, CurrentTenant tenant) {
        this.receipt = receipt;
        this.database = database;
        this.tenant = tenant;
    }

    @Incoming("practices")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        receipt.receive(this, record);
    }

    @Override
    public String consumer() {
        return "practices";
    }

    @Override
    public void handle(Event event) {
        tried.incrementAndGet();
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into effect (tenant_id, aggregate, version) values (?, ?, ?)")) {
            insert.setString(1, tenant.require().id());
            insert.setString(2, event.aggregateId());
            insert.setInt(3, event.data().path("version").asInt());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        // It fails after the effect was written, so that the test sees whether the effect was rolled back.
        if (poisoned.contains(event.aggregateId())) {
            throw new UnsupportedOperationException("cannot process " + event.data());
        }
        if (away.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            throw new IllegalStateException(new SQLTransientConnectionException("gone", "08006"));
        }
    }

    /** The versions of an aggregate in the order of their effects; in a transaction of its tenant. */
    public List<Integer> versions(String aggregate) {
        List<Integer> versions = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select version from effect where aggregate = ? order by position")) {
            select.setString(1, aggregate);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    versions.add(row.getInt(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return versions;
    }
}
