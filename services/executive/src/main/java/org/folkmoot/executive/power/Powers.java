package org.folkmoot.executive.power;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** The powers of the current ICS, from the copy, in the caller's transaction. */
@ApplicationScoped
public class Powers {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Sql sql;

    Powers(Sql sql) {
        this.sql = sql;
    }

    /** The power with all that was heard of it; empty if nothing was. */
    public Optional<KnownPower> known(UUID id) {
        return sql.first(
                row -> new KnownPower(
                        id,
                        row.getObject("group_id", UUID.class),
                        row.getObject("mandate_id", UUID.class),
                        mandate(row),
                        versions(id)),
                """
                select p.group_id, p.mandate_id, m.exclusions, m.from_day, m.until_day, m.lapsed_at
                from power p
                left join mandate m
                    on m.tenant_id = p.tenant_id and m.id = p.mandate_id and m.granted_at is not null
                where p.tenant_id = folkmoot.current_tenant() and p.id = ?
                """,
                id);
    }

    /** {@link #known} for whoever decides under it: nobody else does, until this transaction ends. */
    public Optional<KnownPower> held(UUID id) {
        return sql.first(
                        row -> id,
                        "select from power where tenant_id = folkmoot.current_tenant() and id = ? for update",
                        id)
                .flatMap(this::known);
    }

    private List<KnownPower.Version> versions(UUID power) {
        return sql.list(Powers::version, """
                select number, change, terms, said_at from power_version
                where tenant_id = folkmoot.current_tenant() and power_id = ? order by number
                """, power);
    }

    private static KnownPower.Version version(ResultSet row) throws SQLException {
        try {
            return new KnownPower.Version(
                    row.getInt("number"),
                    row.getString("change"),
                    PowerTerms.of(JSON.readTree(row.getString("terms"))),
                    Sql.instant(row, "said_at"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("terms that were kept cannot be read", e);
        }
    }

    private static KnownPower.@Nullable KnownMandate mandate(ResultSet row) throws SQLException {
        return row.getObject("from_day") == null ? null : granted(row);
    }

    /** The terms in a row of a mandate that was granted. */
    static KnownPower.KnownMandate granted(ResultSet row) throws SQLException {
        return new KnownPower.KnownMandate(
                Sql.texts(row, "exclusions"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                Sql.instantIfAny(row, "lapsed_at"));
    }
}
