package org.folkmoot.mandate.electorate;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.folkmoot.events.Event;
import org.folkmoot.events.EventHandler;
import org.folkmoot.events.Receipt;
import org.jspecify.annotations.Nullable;

/** Hears the registry's states and keeps the newest of each practice, network and place. */
@ApplicationScoped
class RegistryStates implements EventHandler {

    private static final String PRACTICE = """
            insert into practice (tenant_id, code, copy, version, name, status, icb, sub_icb, pcn, pcn_name, pcn_since,
                list_size, list_as_at, closed_on, release, as_at)
            values (folkmoot.current_tenant(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (tenant_id, code) do update set copy = excluded.copy, version = excluded.version,
                name = excluded.name, status = excluded.status, icb = excluded.icb, sub_icb = excluded.sub_icb,
                pcn = excluded.pcn, pcn_name = excluded.pcn_name, pcn_since = excluded.pcn_since,
                list_size = excluded.list_size, list_as_at = excluded.list_as_at, closed_on = excluded.closed_on,
                release = excluded.release, as_at = excluded.as_at, heard_at = excluded.heard_at
            where (practice.copy, practice.version) < (excluded.copy, excluded.version)
            """;

    private static final String PCN = """
            insert into pcn (tenant_id, code, copy, version, name, status, sub_icb, closed_on, release, as_at)
            values (folkmoot.current_tenant(), ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (tenant_id, code) do update set copy = excluded.copy, version = excluded.version,
                name = excluded.name, status = excluded.status, sub_icb = excluded.sub_icb,
                closed_on = excluded.closed_on, release = excluded.release, as_at = excluded.as_at,
                heard_at = excluded.heard_at
            where (pcn.copy, pcn.version) < (excluded.copy, excluded.version)
            """;

    private static final String PLACE = """
            insert into place (tenant_id, id, copy, version, definitions)
            values (folkmoot.current_tenant(), ?::uuid, ?, ?, ?::jsonb)
            on conflict (tenant_id, id) do update set copy = excluded.copy, version = excluded.version,
                definitions = excluded.definitions
            where (place.copy, place.version) < (excluded.copy, excluded.version)
            """;

    private final Receipt receipt;
    private final DataSource database;
    private final int copy;

    RegistryStates(
            Receipt receipt,
            DataSource database,
            @ConfigProperty(name = "folkmoot.mandate.electorate-copy", defaultValue = "1") int copy) {
        this.receipt = receipt;
        this.database = database;
        this.copy = copy;
    }

    @Incoming("registry-states")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        receipt.receive(this, record);
    }

    /** A new copy has had no event yet. */
    @Override
    public String consumer() {
        return "electorate-" + copy;
    }

    @Override
    public void handle(Event event) {
        if (event.verb().equals("recorded")) {
            take(event.entity(), event.data(), copy);
        }
    }

    void take(String entity, JsonNode state, int ofCopy) {
        try (Connection connection = database.getConnection();
                PreparedStatement upsert = connection.prepareStatement(statement(entity))) {
            upsert.setString(1, required(state, entity.equals("place-state") ? "place" : "code"));
            upsert.setInt(2, ofCopy);
            upsert.setLong(3, state.path("version").asLong());
            switch (entity) {
                case "pcn-state" -> network(upsert, state);
                case "place-state" ->
                    upsert.setString(4, state.path("definitions").toString());
                default -> practice(upsert, state);
            }
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the state cannot be kept", e);
        }
    }

    private static String statement(String entity) {
        return switch (entity) {
            case "pcn-state" -> PCN;
            case "place-state" -> PLACE;
            default -> PRACTICE;
        };
    }

    private static void network(PreparedStatement upsert, JsonNode state) throws SQLException {
        upsert.setString(4, required(state, "name"));
        upsert.setString(5, required(state, "status"));
        upsert.setString(6, text(state, "subIcb"));
        upsert.setObject(7, date(state, "closedOn"));
        upsert.setString(8, required(state, "release"));
        upsert.setObject(9, date(state, "asAt"));
    }

    private static void practice(PreparedStatement upsert, JsonNode state) throws SQLException {
        upsert.setString(4, required(state, "name"));
        upsert.setString(5, required(state, "status"));
        upsert.setString(6, required(state, "icb"));
        upsert.setString(7, text(state, "subIcb"));
        upsert.setString(8, text(state, "pcn"));
        upsert.setString(9, text(state, "pcnName"));
        upsert.setObject(10, date(state, "pcnSince"));
        if (state.path("listSize").isInt()) {
            upsert.setInt(11, state.path("listSize").intValue());
        } else {
            upsert.setNull(11, Types.INTEGER);
        }
        upsert.setObject(12, date(state, "listAsAt"));
        upsert.setObject(13, date(state, "closedOn"));
        upsert.setString(14, required(state, "release"));
        upsert.setObject(15, date(state, "asAt"));
    }

    private static String required(JsonNode state, String field) {
        String text = text(state, field);
        if (text == null) {
            throw new IllegalArgumentException("a state names its " + field);
        }
        return text;
    }

    private static @Nullable String text(JsonNode state, String field) {
        return state.path(field).isTextual() ? state.path(field).asText() : null;
    }

    private static @Nullable LocalDate date(JsonNode state, String field) {
        String text = text(state, field);
        return text == null ? null : LocalDate.parse(text);
    }
}
