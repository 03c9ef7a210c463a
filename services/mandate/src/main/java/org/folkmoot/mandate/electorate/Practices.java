package org.folkmoot.mandate.electorate;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The practices and networks of the current tenant, from the copy. Every method works inside the caller's transaction, which
 * is the tenant's.
 */
@ApplicationScoped
public class Practices {

    private static final String SELECT = """
            select p.code, p.name, p.status, p.sub_icb, p.pcn, p.pcn_name, p.pcn_since, p.list_size, p.list_as_at,
                a.patients as adjusted, p.closed_on, p.release, p.heard_at
            from practice p
            left join lateral (
                select patients from adjusted_list a where a.tenant_id = p.tenant_id and a.practice = p.code
                order by a.as_at desc limit 1) a on true
            """;

    private static final String IN_FOOTPRINT = """
             and (? = 'ics' or ? = 'sub-icbs' and p.sub_icb = any (?) or ? = 'pcns' and p.pcn = any (?)
                  or ? = 'practices' and p.code = any (?)
                  or ? = 'places' and (p.code = any (?) or p.pcn = any (?) or p.sub_icb = any (?)))
            """;

    /** A code is a practice's, or that of a network, a place or a board: then its practices are meant. */
    private static final String OF_CONSTITUENCY = """
             and (cardinality(?) = 0 or p.code = any (?) or p.pcn = any (?) or p.sub_icb = any (?) or p.icb = any (?))
            """;

    private final Sql sql;

    Practices(Sql sql) {
        this.sql = sql;
    }

    /** The open practices of a footprint, by code. */
    public List<Practice> constituents(Footprint footprint) {
        return constituents(footprint, List.of());
    }

    /**
     * The open practices of a footprint for which a seat speaks, by code.
     *
     * @param constituency the ODS codes of practices, networks, places and boards; none for all of the footprint
     */
    public List<Practice> constituents(Footprint footprint, List<String> constituency) {
        return sql.list(
                Practices::practice,
                SELECT + " where p.status = 'open'" + IN_FOOTPRINT + OF_CONSTITUENCY + " order by p.code",
                within(footprint, constituency));
    }

    /** The practices of these codes, whatever their status. */
    public List<Practice> named(List<String> codes) {
        return sql.list(Practices::practice, SELECT + " where p.code = any (?) order by p.code", codes);
    }

    /** Whether the code is a practice's, whatever its status. */
    public boolean isPractice(OdsCode code) {
        return isKnown("practice", code);
    }

    /** Whether the code is a network's, whatever its status. */
    public boolean isNetwork(OdsCode code) {
        return isKnown("pcn", code);
    }

    /** Whether the registry has told of each place that the footprint names. */
    public boolean knowsPlacesOf(Footprint footprint) {
        if (!footprint.isOfPlaces()) {
            return true;
        }
        List<String> known = sql.list(
                row -> row.getString("id"), "select id from place where id::text = any (?)", footprint.codes());
        return known.containsAll(footprint.codes());
    }

    /** Who are the members of these places by the definitions that are in force. */
    private List<String> membersOf(List<String> places) {
        return sql.list(row -> row.getString("member"), """
                select distinct m.member
                from place p
                cross join lateral (
                    select d.value -> 'members' as members from jsonb_array_elements(p.definitions) d
                    where (d.value ->> 'from')::date <= (clock_timestamp() at time zone 'Europe/London')::date
                    order by (d.value ->> 'number')::int desc limit 1) in_force
                cross join lateral jsonb_array_elements_text(in_force.members) as m (member)
                where p.tenant_id = folkmoot.current_tenant() and p.id::text = any (?)
                """, places);
    }

    private boolean isKnown(String table, OdsCode code) {
        return sql.first(row -> true, "select from " + table + " where code = ?", code.code())
                .isPresent();
    }

    /**
     * The open networks in which a footprint's open practices are, by code.
     *
     * @param constituency which of these practices are meant, as for {@link #constituents(Footprint, List)}
     */
    public List<Network> networks(Footprint footprint, List<String> constituency) {
        return sql.list(
                Practices::network,
                """
                select n.code, n.name, n.status, n.sub_icb, n.release, n.heard_at from pcn n
                where n.status = 'open' and exists (
                    select from practice p where p.tenant_id = n.tenant_id and p.pcn = n.code and p.status = 'open'
                """ + IN_FOOTPRINT + OF_CONSTITUENCY + ") order by n.code",
                within(footprint, constituency));
    }

    List<Practice> page(
            @Nullable String status, @Nullable String subIcb, @Nullable String pcn, @Nullable String after, int most) {
        return sql.list(Practices::practice, SELECT + """
                 where p.status = coalesce(?, p.status) and (? ::text is null or p.sub_icb = ?)
                   and (? ::text is null or p.pcn = ?) and p.code > coalesce(?, '') order by p.code limit ?
                """, status, subIcb, subIcb, pcn, pcn, after, most);
    }

    List<Network> networkPage(@Nullable String after, int most) {
        return sql.list(
                Practices::network,
                "select code, name, status, sub_icb, release, heard_at from pcn where code > coalesce(?, '') order by code limit ?",
                after,
                most);
    }

    Optional<Freshness> freshness() {
        return sql.first(
                row -> new Freshness(
                        row.getLong("practices"),
                        row.getLong("networks"),
                        row.getLong("patients"),
                        row.getLong("without_list"),
                        row.getObject("as_at", LocalDate.class),
                        Sql.instant(row, "heard_at"),
                        row.getInt("copy"),
                        row.getInt("oldest_copy") == row.getInt("copy")),
                """
                select count(*) filter (where status = 'open') as practices,
                    count(distinct pcn) filter (where status = 'open') as networks,
                    coalesce(sum(list_size) filter (where status = 'open'), 0) as patients,
                    count(*) filter (where status = 'open' and list_size is null) as without_list,
                    max(as_at) as as_at, max(heard_at) as heard_at, max(copy) as copy, min(copy) as oldest_copy
                from practice having count(*) > 0
                """);
    }

    /**
     * How fresh the copy is.
     *
     * @param practices open ones
     * @param networks in which they are
     * @param patients on their lists
     * @param withoutList practices whose list is not known
     * @param asAt the newest day whose state was told
     * @param heardAt when something was last heard
     * @param copy the number of the copy
     * @param complete whether nothing is left of a former copy
     */
    record Freshness(
            long practices,
            long networks,
            long patients,
            long withoutList,
            LocalDate asAt,
            Instant heardAt,
            int copy,
            boolean complete) {}

    void recordAdjusted(String practice, AdjustedListRequest list, String subject, Instant at) {
        sql.change("""
                insert into adjusted_list (tenant_id, practice, patients, as_at, source, recorded_by, recorded_at)
                values (folkmoot.current_tenant(), ?, ?, ?, ?, ?, ?)
                on conflict (tenant_id, practice, as_at) do update set patients = excluded.patients,
                    source = excluded.source, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at
                """, practice, list.patients(), list.asAt(), list.source(), subject, at);
    }

    /** The values of {@link #IN_FOOTPRINT} and {@link #OF_CONSTITUENCY}. */
    private Object[] within(Footprint footprint, List<String> constituency) {
        String kind = footprint.kind();
        List<String> codes = footprint.isOfPlaces() ? membersOf(footprint.codes()) : footprint.codes();
        return new Object[] {
            kind,
            kind,
            codes,
            kind,
            codes,
            kind,
            codes,
            kind,
            codes,
            codes,
            codes,
            constituency,
            constituency,
            constituency,
            constituency,
            constituency
        };
    }

    private static Practice practice(ResultSet row) throws SQLException {
        return new Practice(
                row.getString("code"),
                row.getString("name"),
                row.getString("status"),
                row.getString("sub_icb"),
                row.getString("pcn"),
                row.getString("pcn_name"),
                row.getObject("pcn_since", LocalDate.class),
                row.getObject("list_size", Integer.class),
                row.getObject("list_as_at", LocalDate.class),
                row.getBigDecimal("adjusted"),
                row.getObject("closed_on", LocalDate.class),
                row.getString("release"),
                Sql.instant(row, "heard_at"));
    }

    private static Network network(ResultSet row) throws SQLException {
        return new Network(
                row.getString("code"),
                row.getString("name"),
                row.getString("status"),
                row.getString("sub_icb"),
                row.getString("release"),
                Sql.instant(row, "heard_at"));
    }
}
