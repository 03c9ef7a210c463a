package org.folkmoot.mandate.mandate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The positions of practices, in the caller's transaction. */
@ApplicationScoped
class Positions {

    private static final JsonMapper JSON = new JsonMapper();

    private final DataSource database;

    Positions(DataSource database) {
        this.database = database;
    }

    /** Adds positions; the newest of a practice holds. */
    void add(UUID mandate, List<Position> positions, @Nullable String bySubject) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into mandate_position
                            (tenant_id, mandate_id, practice, since, position, name, weights, choice, reason, by_subject)
                        values (folkmoot.current_tenant(), ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)
                        """)) {
            for (Position position : positions) {
                insert.setObject(1, mandate);
                insert.setString(2, position.practice());
                insert.setObject(3, position.since().atOffset(ZoneOffset.UTC));
                insert.setString(4, position.position());
                insert.setString(5, position.name());
                insert.setString(6, JSON.writeValueAsString(position.weights()));
                insert.setString(7, position.choice());
                insert.setString(8, position.reason());
                insert.setString(9, bySubject);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("the positions cannot be kept", e);
        }
    }

    /** Each practice's position at that moment, by code. */
    List<Position> at(UUID mandate, Instant moment) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select distinct on (practice) practice, name, position, since, reason, choice, weights::text as weights
                        from mandate_position
                        where tenant_id = folkmoot.current_tenant() and mandate_id = ? and since <= ?
                        order by practice, since desc
                        """)) {
            select.setObject(1, mandate);
            select.setObject(2, moment.atOffset(ZoneOffset.UTC));
            var positions = new ArrayList<Position>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    positions.add(new Position(
                            row.getString("practice"),
                            row.getString("name"),
                            row.getString("position"),
                            row.getObject("since", OffsetDateTime.class).toInstant(),
                            row.getString("reason"),
                            row.getString("choice"),
                            weights(row.getString("weights"))));
                }
            }
            return positions;
        } catch (SQLException e) {
            throw new IllegalStateException("the positions cannot be read", e);
        }
    }

    private static Map<String, String> weights(String json) {
        try {
            return new TreeMap<>(JSON.readValue(json, new TypeReference<Map<String, String>>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("weights that cannot be read", e);
        }
    }
}
