package org.folkmoot.mandate.ballot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.folkmoot.ballot.Electorate;
import org.folkmoot.mandate.rule.ElectorKind;
import org.jspecify.annotations.Nullable;

/** The frozen electorates, in the caller's transaction. */
@ApplicationScoped
class Electors {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final DataSource database;

    Electors(DataSource database) {
        this.database = database;
    }

    /** @param holder of a seat: who holds it */
    record NewElector(ElectorRow row, @Nullable String holder) {}

    void freeze(UUID ballot, List<NewElector> electors) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into elector (tenant_id, ballot_id, voter, place, kind, name, weights, holder)
                        values (folkmoot.current_tenant(), ?, ?, ?, ?, ?, ?::jsonb, ?)
                        """)) {
            int place = 0;
            for (NewElector elector : electors) {
                insert.setObject(1, ballot);
                insert.setString(2, elector.row().voter());
                insert.setInt(3, place++);
                insert.setString(4, elector.row().kind().slug());
                insert.setString(5, elector.row().name());
                insert.setString(6, JSON.writeValueAsString(elector.row().weights()));
                insert.setString(7, elector.holder());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("the electorate cannot be frozen", e);
        }
    }

    /** All of them, in the order that was hashed. */
    List<ElectorRow> all(UUID ballot) {
        return page(ballot, -1, Integer.MAX_VALUE);
    }

    /** The elector of that code. */
    Optional<ElectorRow> one(UUID ballot, String voter) {
        return list(ballot, voter, -1, 1).stream().findFirst();
    }

    /** Those after that place. */
    List<ElectorRow> page(UUID ballot, int after, int most) {
        return list(ballot, null, after, most);
    }

    /** Who held a seat when the ballot opened. */
    Optional<String> holder(UUID ballot, String seat) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select holder from elector where tenant_id = folkmoot.current_tenant() and ballot_id = ? and voter = ?")) {
            select.setObject(1, ballot);
            select.setString(2, seat);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the electorate cannot be read", e);
        }
    }

    private List<ElectorRow> list(UUID ballot, @Nullable String voter, int after, int most) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select e.voter, e.kind, e.name, e.weights::text as weights, e.recused, e.interest, e.present,
                            v.entry is not null as voted
                        from elector e
                        left join vote v on v.tenant_id = e.tenant_id and v.ballot_id = e.ballot_id
                            and v.voter = e.voter and not v.casting
                        where e.tenant_id = folkmoot.current_tenant() and e.ballot_id = ? and e.place > ?
                          and e.voter = coalesce(?, e.voter)
                        order by e.place limit ?
                        """)) {
            select.setObject(1, ballot);
            select.setInt(2, after);
            select.setString(3, voter);
            select.setInt(4, most);
            try (ResultSet row = select.executeQuery()) {
                var electors = new ArrayList<ElectorRow>();
                while (row.next()) {
                    electors.add(new ElectorRow(
                            row.getString("voter"),
                            ElectorKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                            row.getString("name"),
                            weights(row.getString("weights")),
                            row.getBoolean("recused"),
                            row.getString("interest"),
                            row.getBoolean("present"),
                            row.getBoolean("voted")));
                }
                return electors;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the electorate cannot be read", e);
        }
    }

    static Electorate electorate(List<ElectorRow> rows) {
        return new Electorate(rows.stream().map(ElectorRow::toElector).toList());
    }

    /**
     * Voters and weights in the form that was hashed when the ballot opened: the SHA-256 of these very characters is the
     * announced hash.
     */
    String frozenText(UUID ballot) {
        record Frozen(String voter, Map<String, String> weights) {}
        try {
            return JSON.writeValueAsString(all(ballot).stream()
                    .map(row -> new Frozen(row.voter(), row.weights()))
                    .toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can always be written", e);
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
