package org.folkmoot.mandate.mandate;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.folkmoot.mandate.rule.WeightTexts;
import org.folkmoot.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** The positions of practices, in the caller's transaction. */
@ApplicationScoped
class Positions {

    private final DataSource database;
    private final Sql sql;

    Positions(DataSource database, Sql sql) {
        this.database = database;
        this.sql = sql;
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
                insert.setString(6, WeightTexts.toJson(position.weights()));
                insert.setString(7, position.choice());
                insert.setString(8, position.reason());
                insert.setString(9, bySubject);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("the positions cannot be kept", e);
        }
    }

    /** The practices that were there when the mandate was given, whether or not they voted. */
    Set<String> present(UUID ballot) {
        return Set.copyOf(sql.list(
                row -> row.getString("voter"),
                "select voter from elector where tenant_id = folkmoot.current_tenant() and ballot_id = ? and present",
                ballot));
    }

    /** Each practice's position at that moment, by code. */
    List<Position> at(UUID mandate, Instant moment) {
        return sql.list(
                row -> new Position(
                        row.getString("practice"),
                        row.getString("name"),
                        row.getString("position"),
                        Sql.instant(row, "since"),
                        row.getString("reason"),
                        row.getString("choice"),
                        WeightTexts.ofJson(row.getString("weights"))),
                """
                select distinct on (practice) practice, name, position, since, reason, choice, weights::text as weights
                from mandate_position
                where tenant_id = folkmoot.current_tenant() and mandate_id = ? and since <= ?
                order by practice, since desc
                """,
                mandate,
                moment);
    }
}
