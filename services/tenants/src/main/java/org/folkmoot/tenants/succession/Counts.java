package org.folkmoot.tenants.succession;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.folkmoot.tenancy.Sql;

/** What services have answered that were told of a plan; of each service and predecessor the newest answer. */
@ApplicationScoped
class Counts {

    /** Those that answer. A plan waits for each of them, for each of its predecessors. */
    static final List<String> SERVICES = List.of("registry");

    private final Sql sql;
    private final ObjectMapper json;

    Counts(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    List<Counted> of(UUID succession) {
        return sql.list(
                row -> new Counted(
                        row.getString("service"),
                        row.getString("predecessor"),
                        Sql.instant(row, "counted_at"),
                        Sql.texts(row, "not_its_own"),
                        Sql.texts(row, "placed_elsewhere"),
                        Sql.texts(row, "unnamed"),
                        counts(row.getString("counts"))),
                """
                select service, predecessor, counted_at, not_its_own, placed_elsewhere, unnamed, counts
                from succession_count where succession_id = ? order by service, predecessor
                """,
                succession);
    }

    /** Keeps an answer; says whether there is a plan that takes something from this predecessor. */
    boolean keep(UUID succession, Counted answer) {
        return sql.change(
                        """
                        insert into succession_count as c
                            (succession_id, service, predecessor, counted_at, not_its_own, placed_elsewhere, unnamed, counts)
                        select p.id, ?, ?, ?, ?, ?, ?, ?::jsonb from succession p
                        where p.id = ? and p.moves @> jsonb_build_array(jsonb_build_object('predecessor', ?::text))
                        on conflict (succession_id, service, predecessor) do update
                        set counted_at = excluded.counted_at, not_its_own = excluded.not_its_own,
                            placed_elsewhere = excluded.placed_elsewhere, unnamed = excluded.unnamed,
                            counts = excluded.counts
                        where c.counted_at <= excluded.counted_at
                        """,
                        answer.service(),
                        answer.predecessor(),
                        answer.at(),
                        answer.notItsOwn(),
                        answer.placedElsewhere(),
                        answer.unnamed(),
                        text(answer.counts()),
                        succession,
                        answer.predecessor())
                > 0;
    }

    private List<Count> counts(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("counts that were kept cannot be read", e);
        }
    }

    private String text(List<Count> counts) {
        try {
            return json.writeValueAsString(counts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("counts that cannot be written", e);
        }
    }
}
