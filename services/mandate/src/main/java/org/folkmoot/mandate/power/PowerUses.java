package org.folkmoot.mandate.power;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.folkmoot.events.Event;
import org.folkmoot.events.EventHandler;
import org.folkmoot.events.Receipt;

/** Hears what the executive decided under which power. A decision that cites none says nothing of use. */
@ApplicationScoped
class PowerUses implements EventHandler {

    private final Receipt receipt;
    private final DataSource database;

    PowerUses(Receipt receipt, DataSource database) {
        this.receipt = receipt;
        this.database = database;
    }

    @Incoming("executive-decisions")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        receipt.receive(this, record);
    }

    @Override
    public String consumer() {
        return "power-use";
    }

    @Override
    public void handle(Event event) {
        JsonNode power = event.data().path("power");
        boolean known = event.verb().equals("taken")
                || event.verb().equals("refused")
                || event.verb().equals("escalated");
        if (known && power.isTextual()) {
            keep(event, UUID.fromString(power.asText()));
        }
    }

    PowerView.Use of(UUID power) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select count(*) filter (where outcome = 'taken'), count(*) filter (where outcome = 'refused'),
                            count(*) filter (where outcome = 'escalated')
                        from power_use where tenant_id = folkmoot.current_tenant() and power_id = ?
                        """)) {
            select.setObject(1, power);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new PowerView.Use(row.getLong(1), row.getLong(2), row.getLong(3));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the use of a power cannot be read", e);
        }
    }

    private void keep(Event event, UUID power) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into power_use (tenant_id, event_id, power_id, decision, outcome, used_at)
                        values (folkmoot.current_tenant(), ?, ?, ?, ?, ?) on conflict do nothing
                        """)) {
            insert.setObject(1, event.id());
            insert.setObject(2, power);
            insert.setString(3, event.aggregateId());
            insert.setString(4, event.verb());
            insert.setObject(5, event.time().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the use of a power cannot be kept", e);
        }
    }
}
