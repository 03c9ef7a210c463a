package org.folkmoot.local.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.local.Refusal;

/** What a service's database says of its own tables. */
final class Catalogue {

    private static final String TABLES = """
            select format('%I.%I', n.nspname, c.relname) as name, c.relrowsecurity as walled,
                exists (select from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal) as triggered,
                (select array_agg(format('%I', a.attname) order by a.attnum) from pg_attribute a
                    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
                (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
                    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attidentity <> '') as counters,
                coalesce((select string_agg(format(case when a.attcollation <> 0 then '%I collate "C"' else '%I' end, a.attname), ', '
                        order by array_position(i.indkey::int2[], a.attnum))
                    from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
                    where i.indrelid = c.oid and i.indisprimary),
                    format('%I::text collate "C"', c.relname)) as sorted_by
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and not c.relispartition and n.nspname in ('public', 'folkmoot')
              and exists (select from pg_attribute a
                  where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped)
            order by name
            """;

    private static final String FOREIGN_KEYS = """
            select format('%I.%I', n.nspname, c.relname) as name, format('%I.%I', m.nspname, d.relname) as needs
            from pg_constraint f
            join pg_class c on c.oid = f.conrelid join pg_namespace n on n.oid = c.relnamespace
            join pg_class d on d.oid = f.confrelid join pg_namespace m on m.oid = d.relnamespace
            where f.contype = 'f' and f.conrelid <> f.confrelid and f.conparentid = 0
            """;

    private static final String MIGRATIONS = """
            select encode(sha256(convert_to(string_agg(format('%s %s', script, checksum), ',' order by script collate "C"), 'UTF8')),
                'hex') from flyway_schema_history where success and script like '%.sql'
            """;

    private Catalogue() {}

    /** Says which migrations a database has had, so that two that differ are told apart. */
    static String migrations(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(MIGRATIONS)) {
            row.next();
            return row.getString(1);
        }
    }

    /** All tables with rows of ICSs, each behind those that its foreign keys lead to. */
    static List<TenantTable> tables(Connection connection) throws SQLException {
        Map<String, TenantTable> waiting = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(TABLES)) {
            while (row.next()) {
                String name = row.getString("name");
                if (name.equals(TenantTable.STALLED)) {
                    continue;
                }
                waiting.put(
                        name,
                        new TenantTable(
                                        name,
                                        texts(row, "columns"),
                                        row.getString("sorted_by"),
                                        texts(row, "counters"),
                                        row.getBoolean("walled"),
                                        row.getBoolean("triggered"))
                                .portable());
            }
        }
        return sorted(waiting, needs(connection));
    }

    private static List<TenantTable> sorted(Map<String, TenantTable> waiting, Map<String, Set<String>> needs) {
        var sorted = new ArrayList<TenantTable>();
        while (!waiting.isEmpty()) {
            List<TenantTable> next = waiting.values().stream()
                    .filter(table ->
                            needs.getOrDefault(table.name(), Set.of()).stream().noneMatch(waiting::containsKey))
                    .toList();
            if (next.isEmpty()) {
                throw new Refusal("foreign keys lead in a circle through " + waiting.keySet());
            }
            sorted.addAll(next);
            next.forEach(table -> waiting.remove(table.name()));
        }
        return sorted;
    }

    private static Map<String, Set<String>> needs(Connection connection) throws SQLException {
        Map<String, Set<String>> needs = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(FOREIGN_KEYS)) {
            while (row.next()) {
                needs.computeIfAbsent(row.getString("name"), name -> new LinkedHashSet<>())
                        .add(row.getString("needs"));
            }
        }
        return needs;
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        var array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}
