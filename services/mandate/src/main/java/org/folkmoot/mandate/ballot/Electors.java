package org.folkmoot.mandate.ballot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import javax.sql.DataSource;
import org.folkmoot.ballot.Electorate;
import org.folkmoot.ballot.Fraction;
import org.folkmoot.mandate.rule.ElectorKind;
import org.folkmoot.mandate.rule.WeightTexts;
import org.folkmoot.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** The frozen electorates, in the caller's transaction. */
@ApplicationScoped
class Electors {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final DataSource database;
    private final Sql sql;

    Electors(DataSource database, Sql sql) {
        this.database = database;
        this.sql = sql;
    }

    /** @param holder of a seat: who holds it */
    record NewElector(ElectorRow row, @Nullable String holder) {}

    /**
     * Electors with the same weights.
     *
     * @param voted how many of them have a vote
     */
    record Alike(Map<String, String> weights, int electors, int voted) {}

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
                insert.setString(6, WeightTexts.toJson(elector.row().weights()));
                insert.setString(7, elector.holder());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
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
        return sql.first(
                        row -> Optional.ofNullable(row.getString("holder")),
                        "select holder from elector where tenant_id = folkmoot.current_tenant() and ballot_id = ? and voter = ?",
                        ballot,
                        seat)
                .flatMap(Function.identity());
    }

    private List<ElectorRow> list(UUID ballot, @Nullable String voter, int after, int most) {
        return sql.list(
                row -> new ElectorRow(
                        row.getString("voter"),
                        ElectorKind.of(row.getString("kind")),
                        row.getString("name"),
                        WeightTexts.ofJson(row.getString("weights")),
                        row.getBoolean("recused"),
                        row.getString("interest"),
                        row.getBoolean("present"),
                        row.getBoolean("voted"),
                        row.getBoolean("lapsed")),
                """
                select e.voter, e.kind, e.name, e.weights::text as weights, e.recused, e.interest, e.present,
                    v.entry is not null as voted,
                    -- What the declaration found stands, whatever is heard of a practice later.
                    case when b.declared_at is not null then coalesce(jsonb_exists(b.lapsed -> 'voters', e.voter), false)
                         else e.kind = 'practice' and v.entry is null and not e.recused
                             and practice_has_left(e.tenant_id, e.voter, least(clock_timestamp(), b.closes_at))
                    end as lapsed
                from elector e
                join ballot b on b.tenant_id = e.tenant_id and b.id = e.ballot_id
                left join vote v on v.tenant_id = e.tenant_id and v.ballot_id = e.ballot_id
                    and v.voter = e.voter and not v.casting
                where e.tenant_id = folkmoot.current_tenant() and e.ballot_id = ? and e.place > ?
                  and e.voter = coalesce(?, e.voter)
                order by e.place limit ?
                """,
                ballot,
                after,
                voter,
                most);
    }

    /** How many there are of those who count alike, and how many of these have a vote. */
    List<Alike> alike(UUID ballot) {
        return sql.list(
                row -> new Alike(
                        WeightTexts.ofJson(row.getString("weights")), row.getInt("electors"), row.getInt("voted")),
                """
                select e.weights::text as weights, count(*) as electors, count(v.entry) as voted from elector e
                left join vote v on v.tenant_id = e.tenant_id and v.ballot_id = e.ballot_id
                    and v.voter = e.voter and not v.casting
                where e.tenant_id = folkmoot.current_tenant() and e.ballot_id = ?
                group by 1
                """,
                ballot);
    }

    /** An elector's part in the turnout of a network. */
    private record Part(@Nullable String network, @Nullable String name, Alike alike, boolean recused) {}

    /** The turnout of each network, that of which the smallest share has voted first. Seats are in none. */
    List<NetworkTurnout> networks(UUID ballot) {
        Map<String, List<Part>> parts = new LinkedHashMap<>();
        sql.list(
                        row -> new Part(
                                row.getString("network"),
                                row.getString("network_name"),
                                new Alike(
                                        WeightTexts.ofJson(row.getString("weights")),
                                        1,
                                        row.getBoolean("voted") ? 1 : 0),
                                row.getBoolean("recused")),
                        """
                        select coalesce(p.pcn, n.code) as network, coalesce(p.pcn_name, n.name) as network_name,
                            e.weights::text as weights, e.recused, v.entry is not null as voted
                        from elector e
                        left join practice p on e.kind = 'practice' and p.tenant_id = e.tenant_id and p.code = e.voter
                        left join pcn n on e.kind = 'pcn' and n.tenant_id = e.tenant_id and n.code = e.voter
                        left join vote v on v.tenant_id = e.tenant_id and v.ballot_id = e.ballot_id
                            and v.voter = e.voter and not v.casting
                        where e.tenant_id = folkmoot.current_tenant() and e.ballot_id = ? and e.kind <> 'seat'
                        order by e.place
                        """,
                        ballot)
                .forEach(part -> parts.computeIfAbsent(
                                Objects.requireNonNullElse(part.network(), ""), code -> new ArrayList<>())
                        .add(part));
        return parts.values().stream()
                .map(Electors::turnout)
                .sorted(Comparator.comparing((NetworkTurnout each) -> Fraction.of(each.voted(), each.electors()))
                        .thenComparing(each -> Objects.requireNonNullElse(each.network(), "")))
                .toList();
    }

    private static NetworkTurnout turnout(List<Part> parts) {
        Part first = parts.getFirst();
        List<Alike> alike = parts.stream().map(Part::alike).toList();
        return new NetworkTurnout(
                first.network(),
                first.name(),
                parts.size(),
                (int) parts.stream().filter(Part::recused).count(),
                alike.stream().mapToInt(Alike::voted).sum(),
                sum(alike, Alike::voted),
                sum(alike, Alike::electors));
    }

    /** What these weigh together, by class, each as often as the number says. */
    static Map<String, String> sum(List<Alike> alike, ToIntFunction<Alike> number) {
        var sums = new TreeMap<String, Fraction>();
        for (Alike each : alike) {
            Fraction heads = Fraction.of(number.applyAsInt(each));
            each.weights()
                    .forEach((name, weight) ->
                            sums.merge(name, Fraction.parse(weight).times(heads), Fraction::plus));
        }
        var texts = new TreeMap<String, String>();
        sums.forEach((name, sum) -> texts.put(name, sum.toString()));
        return texts;
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
}
