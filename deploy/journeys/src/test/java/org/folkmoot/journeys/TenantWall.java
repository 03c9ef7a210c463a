package org.folkmoot.journeys;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.folkmoot.test.TestDatabase;

/**
 * Where the second wall between tenants (decision 3) has a hole: what the catalogue of PostgreSQL says of every table with a
 * column {@code tenant_id}, of what hangs on it, and of the roles by which a service works.
 *
 * <p>Three things are as they are on purpose. {@code folkmoot.ics} tells every service of all ICSs, so it stands before the
 * wall. {@code folkmoot.outbox_stalled} keeps the order of a Kafka topic, so its keys begin with that; only the relay, which
 * works for all tenants, may write to it. A partition is reached by way of its table: it lets nobody in by itself but its
 * owner, who drops it when it is old.
 */
final class TenantWall {

    private static final String TENANT_TABLES = """
            with tenant_table as (
                select c.oid, c.oid::regclass::text as name, c.relispartition as part, c.relrowsecurity as secured,
                       c.relforcerowsecurity as forced, c.relowner, c.relacl,
                       (select a.attnum from pg_attribute a
                        where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped) as tenant
                from pg_class c
                where c.relkind in ('r', 'p', 'f') and c.oid <> 'folkmoot.ics'::regclass
                  and exists (select from pg_attribute a
                              where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped))
            """;

    private static final String TABLES = TENANT_TABLES + """
            select name || ' has no row-level security' from tenant_table where not secured
            union all
            select name || ' does not force row-level security' from tenant_table where not forced and not part
            union all
            select t.name || ' takes rows of no tenant'
            from tenant_table t join pg_attribute a on a.attrelid = t.oid and a.attnum = t.tenant
            where not a.attnotnull
            union all
            select t.name || ' has no policy of its tenant' from tenant_table t
            where not t.part and not exists (
                select from pg_policy p
                where p.polrelid = t.oid and p.polname = 'tenant' and p.polpermissive and p.polcmd = '*' and p.polroles = '{0}'
                  and pg_get_expr(p.polqual, t.oid) = '(tenant_id = folkmoot.current_tenant())'
                  and pg_get_expr(p.polwithcheck, t.oid) = '(tenant_id = folkmoot.current_tenant())')
            union all
            select t.name || ' lets the application in by the policy ' || p.polname
            from tenant_table t join pg_policy p on p.polrelid = t.oid
            where p.polname <> 'tenant' and p.polpermissive and (0 = any (p.polroles) or ?::regrole = any (p.polroles))
              and (t.name, p.polname) <> ('folkmoot.outbox', 'platform_announces')
            union all
            select t.name || ' is emptied by the application' from tenant_table t where has_table_privilege(?, t.oid, 'truncate')
            union all
            select t.name || ' is a partition with a door of its own' from tenant_table t
            where t.part and exists (select from aclexplode(t.relacl) a where a.grantee <> t.relowner)
            """;

    private static final String KEYS = TENANT_TABLES + """
            select t.name || ' has the key ' || k.relname || ', which does not begin with tenant_id'
            from tenant_table t join pg_index i on i.indrelid = t.oid join pg_class k on k.oid = i.indexrelid
            where (i.indisunique or i.indisexclusion) and i.indkey[0] <> t.tenant
              and (t.name <> 'folkmoot.outbox_stalled' or has_any_column_privilege(?, t.oid, 'select, insert, update'))
            union all
            select f.conrelid::regclass::text || ' has the foreign key ' || f.conname || ', which does not begin with tenant_id'
            from pg_constraint f left join tenant_table mine on mine.oid = f.conrelid
                left join tenant_table theirs on theirs.oid = f.confrelid
            where f.contype = 'f' and (mine.oid is not null and f.conkey[1] <> mine.tenant
                or theirs.oid is not null and (mine.oid is null or f.confkey[1] <> theirs.tenant))
            """;

    private static final String VIEWS = """
            select c.oid::regclass::text || ' looks with its owner''s rights' from pg_class c
            where c.relkind = 'v' and c.relnamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
              and not exists (select from pg_options_to_table(c.reloptions)
                              where option_name = 'security_invoker' and option_value::boolean)
            union all
            select c.oid::regclass::text || ' is a copy that no policy guards' from pg_class c where c.relkind = 'm'
            """;

    private static final String ROLE = """
            with working as (select oid, rolname, rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = ?)
            select rolname || ' is a superuser' from working where rolsuper
            union all
            select rolname || ' passes row-level security' from working where rolbypassrls
            union all
            select rolname || ' makes roles' from working where rolcreaterole
            union all
            select w.rolname || ' can become ' || m.roleid::regrole::text from working w join pg_auth_members m on m.member = w.oid
            union all
            select w.rolname || ' owns ' || pg_describe_object(d.classid, d.objid, d.objsubid)
            from working w join pg_shdepend d on d.refclassid = 'pg_authid'::regclass and d.refobjid = w.oid and d.deptype = 'o'
            where d.dbid in (0, (select oid from pg_database where datname = current_database()))
            """;

    private TenantWall() {}

    /** Every hole, in a sentence; none when the wall stands. Looks by a superuser's connection, in its transaction. */
    static List<String> holes(Connection superuser, TestDatabase database) throws SQLException {
        String app = database.user("app");
        var holes = new ArrayList<String>();
        holes.addAll(ask(superuser, TABLES, app, app));
        holes.addAll(ask(superuser, KEYS, app));
        holes.addAll(ask(superuser, VIEWS));
        for (String role : List.of("app", "relay", "read")) {
            holes.addAll(ask(superuser, ROLE, database.user(role)));
        }
        return holes;
    }

    private static List<String> ask(Connection connection, String question, String... values) throws SQLException {
        var answers = new ArrayList<String>();
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            for (int place = 0; place < values.length; place++) {
                statement.setString(place + 1, values[place]);
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    answers.add(row.getString(1));
                }
            }
        }
        return answers;
    }
}
