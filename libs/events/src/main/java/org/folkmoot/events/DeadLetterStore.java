package org.folkmoot.events;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.ledger.Act;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.tenancy.CurrentTenant;
import org.folkmoot.tenancy.Tenant;
import org.jspecify.annotations.Nullable;

/** The tables of receiving, always in the caller's transaction and under its tenant. */
@ApplicationScoped
class DeadLetterStore {

    private static final String COLUMNS = "id, position, consumer, event_id, aggregate, topic, kafka_partition, "
            + "kafka_offset, error, error_at, state, set_aside_at, settled_at";

    private final DataSource database;
    private final Outbox outbox;
    private final CurrentTenant tenant;
    private final String service;
    private final Clock clock = Clock.systemUTC();

    DeadLetterStore(
            DataSource database,
            Outbox outbox,
            CurrentTenant tenant,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.database = database;
        this.outbox = outbox;
        this.tenant = tenant;
        this.service = service;
    }

    interface Statement<T> {
        T run(PreparedStatement statement) throws SQLException;
    }

    private <T> T sql(String sql, Statement<T> work) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.run(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("the tables of receiving could not be used", e);
        }
    }

    /** Takes the record in; whether it is due to have its effect now. */
    boolean receive(String consumer, Delivery delivery) {
        return sql("select folkmoot.receive(?, ?, ?, ?, ?, ?, ?, ?)", receive -> {
            receive.setString(1, consumer);
            receive.setObject(2, delivery.eventId(), Types.OTHER);
            receive.setObject(3, Uuid7.next());
            receive.setString(4, delivery.topic().name());
            receive.setInt(5, delivery.partition());
            receive.setLong(6, delivery.offset());
            receive.setString(7, delivery.aggregate());
            Instant time = delivery.eventTime();
            receive.setObject(8, time == null ? null : time.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
            try (ResultSet row = receive.executeQuery()) {
                row.next();
                return row.getString(1).equals("new");
            }
        });
    }

    /** Notes that the record failed, and announces it. */
    void park(String consumer, Delivery delivery, String error, String place) {
        sql("""
                insert into folkmoot.dead_letter (tenant_id, id, consumer, event_id, aggregate, topic,
                    kafka_partition, kafka_offset, error, error_at, state)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'parked')
                """, insert -> {
            insert.setString(1, tenant.require().id());
            insert.setObject(2, Uuid7.next());
            insert.setString(3, consumer);
            insert.setObject(4, delivery.eventId(), Types.OTHER);
            insert.setString(5, delivery.aggregate());
            insert.setString(6, delivery.topic().name());
            insert.setInt(7, delivery.partition());
            insert.setLong(8, delivery.offset());
            insert.setString(9, error);
            insert.setString(10, place);
            return insert.executeUpdate();
        });
        UUID event = delivery.eventId();
        announceParked(
                consumer,
                event == null ? delivery.reference() : event.toString(),
                delivery.aggregate(),
                delivery.topic().name(),
                delivery.partition(),
                delivery.offset(),
                error);
    }

    /** Notes that an open letter failed again, or for the first time once its turn had come. */
    void parkAgain(DeadLetter letter, String error, String place) {
        sql(
                "update folkmoot.dead_letter set state = 'parked', error = ?, error_at = ? where tenant_id = ? and id = ?",
                update -> {
                    update.setString(1, error);
                    update.setString(2, place);
                    update.setString(3, tenant.require().id());
                    update.setObject(4, letter.id());
                    return update.executeUpdate();
                });
        if (letter.state() == DeadLetter.State.WAITING) {
            UUID event = letter.event();
            announceParked(
                    letter.consumer(),
                    event == null
                            ? letter.topic() + "/" + letter.partition() + "/" + letter.offset()
                            : event.toString(),
                    letter.aggregate(),
                    letter.topic(),
                    letter.partition(),
                    letter.offset(),
                    error);
        }
    }

    private void announceParked(
            String consumer,
            String event,
            @Nullable String aggregate,
            String topic,
            int partition,
            long offset,
            String error) {
        Tenant of = tenant.require();
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("consumer", consumer);
        data.put("event", event);
        if (aggregate != null) {
            data.put("aggregate", aggregate);
        }
        data.put("topic", topic);
        data.put("partition", partition);
        data.put("offset", offset);
        data.put("error", error);
        outbox.announce(Event.of(
                of, service, "dead-letter", aggregate == null ? event : aggregate, "parked", clock.instant(), data));
    }

    Optional<DeadLetter> find(UUID id) {
        return sql("select " + COLUMNS + " from folkmoot.dead_letter where tenant_id = ? and id = ?", select -> {
            select.setString(1, tenant.require().id());
            select.setObject(2, id);
            return letters(select).stream().findFirst();
        });
    }

    List<DeadLetter> list(boolean openOnly, long after, int limit) {
        return sql(
                "select " + COLUMNS + " from folkmoot.dead_letter where tenant_id = ? and position > ? "
                        + (openOnly ? "and state in ('parked', 'waiting') " : "") + "order by position limit ?",
                select -> {
                    select.setString(1, tenant.require().id());
                    select.setLong(2, after);
                    select.setInt(3, limit);
                    return letters(select);
                });
    }

    /** The letter of its aggregate whose turn it is, while no delivery of that aggregate is under way or can begin. */
    Optional<DeadLetter> lockFirst(DeadLetter letter) {
        if (letter.aggregate() == null) {
            return sql(
                    "select " + COLUMNS + " from folkmoot.dead_letter where tenant_id = ? and id = ? "
                            + "and state in ('parked', 'waiting') for update",
                    select -> {
                        select.setString(1, tenant.require().id());
                        select.setObject(2, letter.id());
                        return letters(select).stream().findFirst();
                    });
        }
        sql("select pg_advisory_xact_lock(folkmoot.aggregate_lock(?, ?, ?))", lock -> {
            lock.setString(1, letter.consumer());
            lock.setString(2, letter.topic());
            lock.setString(3, letter.aggregate());
            return lock.execute();
        });
        return sql(
                "select " + COLUMNS + " from folkmoot.dead_letter where tenant_id = ? and consumer = ? and topic = ? "
                        + "and aggregate = ? and state in ('parked', 'waiting') order by position limit 1 for update",
                select -> {
                    select.setString(1, tenant.require().id());
                    select.setString(2, letter.consumer());
                    select.setString(3, letter.topic());
                    select.setString(4, letter.aggregate());
                    return letters(select).stream().findFirst();
                });
    }

    void settle(DeadLetter letter, DeadLetter.State state) {
        sql("update folkmoot.dead_letter set state = ?, settled_at = now() where tenant_id = ? and id = ?", update -> {
            update.setString(1, state.column());
            update.setString(2, tenant.require().id());
            update.setObject(3, letter.id());
            return update.executeUpdate();
        });
    }

    /** Writes into the ledger who did what to the letter, and why; with the transaction in which it is done. */
    void audit(DeadLetter letter, String verb, String actor, String reason) {
        try (Connection connection = database.getConnection()) {
            var unused = new Ledger(connection)
                    .append(new Act(actor, verb, "dead-letter", letter.id().toString(), reason));
        } catch (SQLException e) {
            throw new IllegalStateException("the ledger could not be written", e);
        }
    }

    private static List<DeadLetter> letters(PreparedStatement select) throws SQLException {
        List<DeadLetter> letters = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                OffsetDateTime settled = row.getObject(13, OffsetDateTime.class);
                letters.add(new DeadLetter(
                        row.getObject(1, UUID.class),
                        row.getLong(2),
                        row.getString(3),
                        row.getObject(4, UUID.class),
                        row.getString(5),
                        row.getString(6),
                        row.getInt(7),
                        row.getLong(8),
                        row.getString(9),
                        row.getString(10),
                        DeadLetter.State.valueOf(row.getString(11).toUpperCase(Locale.ROOT)),
                        row.getObject(12, OffsetDateTime.class).toInstant(),
                        settled == null ? null : settled.toInstant()));
            }
        }
        return letters;
    }
}
