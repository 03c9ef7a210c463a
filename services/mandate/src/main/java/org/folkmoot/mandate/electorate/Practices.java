package org.folkmoot.mandate.electorate;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
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
                  or ? = 'practices' and p.code = any (?))
            """;

    private final DataSource database;

    Practices(DataSource database) {
        this.database = database;
    }

    /** The open practices of a footprint, by code. */
    public List<Practice> constituents(Footprint footprint) {
        return list(SELECT + " where p.status = 'open'" + IN_FOOTPRINT + " order by p.code", select -> {
            bind(select, 1, footprint);
        });
    }

    /** The practices of these codes, whatever their status. */
    public List<Practice> named(List<String> codes) {
        return list(
                SELECT + " where p.code = any (?) order by p.code",
                select -> select.setArray(1, select.getConnection().createArrayOf("text", codes.toArray())));
    }

    /** The open networks in which a footprint's open practices are, by code. */
    public List<Network> networks(Footprint footprint) {
        return networks("""
                select n.code, n.name, n.status, n.sub_icb, n.release, n.heard_at from pcn n
                where n.status = 'open' and exists (
                    select from practice p where p.tenant_id = n.tenant_id and p.pcn = n.code and p.status = 'open'
                """ + IN_FOOTPRINT + ") order by n.code", select -> bind(select, 1, footprint));
    }

    List<Practice> page(
            @Nullable String status, @Nullable String subIcb, @Nullable String pcn, @Nullable String after, int most) {
        return list(SELECT + """
                 where p.status = coalesce(?, p.status) and (? ::text is null or p.sub_icb = ?)
                   and (? ::text is null or p.pcn = ?) and p.code > coalesce(?, '') order by p.code limit ?
                """, select -> {
            select.setString(1, status);
            select.setString(2, subIcb);
            select.setString(3, subIcb);
            select.setString(4, pcn);
            select.setString(5, pcn);
            select.setString(6, after);
            select.setInt(7, most);
        });
    }

    List<Network> networkPage(@Nullable String after, int most) {
        return networks(
                "select code, name, status, sub_icb, release, heard_at from pcn where code > coalesce(?, '') order by code limit ?",
                select -> {
                    select.setString(1, after);
                    select.setInt(2, most);
                });
    }

    Optional<Freshness> freshness() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select count(*) filter (where status = 'open'), count(distinct pcn) filter (where status = 'open'),
                            coalesce(sum(list_size) filter (where status = 'open'), 0),
                            count(*) filter (where status = 'open' and list_size is null),
                            max(as_at), max(heard_at), max(copy), min(copy)
                        from practice
                        """)) {
            row.next();
            OffsetDateTime heard = row.getObject(6, OffsetDateTime.class);
            if (heard == null) {
                return Optional.empty();
            }
            return Optional.of(new Freshness(
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getObject(5, LocalDate.class),
                    heard.toInstant(),
                    row.getInt(7),
                    row.getInt(8) == row.getInt(7)));
        } catch (SQLException e) {
            throw new IllegalStateException("the electorate cannot be read", e);
        }
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
        try (Connection connection = database.getConnection();
                PreparedStatement upsert = connection.prepareStatement("""
                        insert into adjusted_list (tenant_id, practice, patients, as_at, source, recorded_by, recorded_at)
                        values (folkmoot.current_tenant(), ?, ?, ?, ?, ?, ?)
                        on conflict (tenant_id, practice, as_at) do update set patients = excluded.patients,
                            source = excluded.source, recorded_by = excluded.recorded_by,
                            recorded_at = excluded.recorded_at
                        """)) {
            upsert.setString(1, practice);
            upsert.setBigDecimal(2, list.patients());
            upsert.setObject(3, list.asAt());
            upsert.setString(4, list.source());
            upsert.setString(5, subject);
            upsert.setObject(6, at.atOffset(java.time.ZoneOffset.UTC));
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the adjusted list cannot be kept", e);
        }
    }

    private static void bind(PreparedStatement select, int first, Footprint footprint) throws SQLException {
        var codes =
                select.getConnection().createArrayOf("text", footprint.codes().toArray());
        select.setString(first, footprint.kind());
        for (int place = first + 1; place < first + 7; place += 2) {
            select.setString(place, footprint.kind());
            select.setArray(place + 1, codes);
        }
    }

    private interface Binding {
        void bind(PreparedStatement select) throws SQLException;
    }

    private List<Practice> list(String sql, Binding binding) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            binding.bind(select);
            try (ResultSet row = select.executeQuery()) {
                var found = new ArrayList<Practice>();
                while (row.next()) {
                    found.add(new Practice(
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
                            row.getObject("heard_at", OffsetDateTime.class).toInstant()));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the practices cannot be read", e);
        }
    }

    private List<Network> networks(String sql, Binding binding) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            binding.bind(select);
            try (ResultSet row = select.executeQuery()) {
                var found = new ArrayList<Network>();
                while (row.next()) {
                    found.add(new Network(
                            row.getString("code"),
                            row.getString("name"),
                            row.getString("status"),
                            row.getString("sub_icb"),
                            row.getString("release"),
                            row.getObject("heard_at", OffsetDateTime.class).toInstant()));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the networks cannot be read", e);
        }
    }
}
