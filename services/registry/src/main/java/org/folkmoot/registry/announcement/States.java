package org.folkmoot.registry.announcement;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import org.folkmoot.tenancy.Tenant;

/**
 * Tells the ICSs the whole state of their practices and networks, on topics that keep the newest of each key.
 *
 * <p>What a state says is derived from {@link Present} and compared with what was told last: so it says what the tables
 * say, whatever it was that altered them, and nothing is told twice. Who has left an ICS is told as closed or moved and
 * stays, for on a compacted topic an absence says nothing.
 *
 * <p>Of two states of one key the one with the higher version holds. The version is the time in milliseconds, or one more
 * than the last where the clock stands behind it: it goes on growing over a database that was restored from yesterday.
 */
final class States {

    private static final String DUE = """
            create temporary table due_state on commit drop as
            with served as (
                select upper(i.tenant_id) as icb from folkmoot.ics i where i.state <> 'OFFBOARDED' and :whom),
            network as (
                select code, min(name) as name, min(icb) filter (where sub_icb is not null) as icb,
                    jsonb_agg(icb order by icb) as icbs, min(sub_icb) as sub_icb, min(opened) as opened,
                    min(closed) as closed
                from present_pcn group by code),
            member as (
                select pcn as code, jsonb_agg(code order by code) as practices
                from present_practice where pcn is not null group by pcn),
            state (entity, icb, code, state) as (
                select 'practice', p.icb, p.code, jsonb_build_object('code', p.code, 'name', p.name, 'status', 'open',
                    'icb', p.icb, 'subIcb', p.sub_icb, 'pcn', p.pcn, 'pcnName', p.pcn_name, 'pcnSince', p.pcn_since,
                    'listSize', p.patients, 'listAsAt', p.list_as_at,
                    'postcode', case when length(p.postcode) between 5 and 8 then p.postcode end,
                    'openedOn', p.opened, 'closedOn', p.closed)
                from served join present_practice p using (icb)
                union all
                select 'practice', t.icb, t.code, jsonb_build_object('code', t.code,
                    'name', coalesce(p.name, o.name, t.state ->> 'name'),
                    'status', case when p.code is null then 'closed' else 'moved' end,
                    'icb', coalesce(p.icb, t.icb), 'subIcb', p.sub_icb, 'openedOn', o.opened, 'closedOn', o.closed)
                from served join announced_state t on t.icb = served.icb and t.entity = 'practice'
                left join present_practice p on p.code = t.code
                left join organisation o on o.code = t.code and o.valid_from <= date ':day' and o.valid_to > date ':day'
                where p.icb is distinct from t.icb
                union all
                select 'pcn', n.icb, n.code, jsonb_build_object('code', n.code, 'name', w.name, 'status', 'open',
                    'icb', w.icb, 'icbs', w.icbs, 'subIcb', w.sub_icb, 'members', coalesce(m.practices, '[]'),
                    'openedOn', w.opened, 'closedOn', w.closed)
                from served join present_pcn n using (icb) join network w using (code) left join member m using (code)
                union all
                select 'pcn', t.icb, t.code, jsonb_build_object('code', t.code,
                    'name', coalesce(w.name, o.name, t.state ->> 'name'),
                    'status', case when w.code is null then 'closed' else 'moved' end,
                    'icb', w.icb, 'icbs', coalesce(w.icbs, '[]'), 'subIcb', w.sub_icb, 'members', jsonb_build_array(),
                    'openedOn', o.opened, 'closedOn', o.closed)
                from served join announced_state t on t.icb = served.icb and t.entity = 'pcn'
                left join present_pcn n on (n.icb, n.code) = (t.icb, t.code)
                left join network w on w.code = t.code
                left join organisation o on o.code = t.code and o.valid_from <= date ':day' and o.valid_to > date ':day'
                where n.code is null)
            select s.entity, s.icb, s.code, jsonb_strip_nulls(s.state) as state
            from state s left join announced_state t on (t.entity, t.icb, t.code) = (s.entity, s.icb, s.code)
            where :anew or t.state is distinct from jsonb_strip_nulls(s.state)
            """;

    private static final String VERSION = """
            select greatest((select max(version) + 1 from announced_state),
                (extract(epoch from clock_timestamp()) * 1000)::bigint)
            """;

    private static final String TOLD = """
            insert into announced_state (entity, icb, code, version, state)
            select entity, icb, code, :version, state from due_state
            on conflict (entity, icb, code) do update set version = excluded.version, state = excluded.state
            """;

    private static final String INTO_OUTBOX = """
            insert into folkmoot.outbox (id, aggregatetype, aggregateid, type, payload, tenant_id, topic)
            select uuidv7(), entity || '-state', code, 'folkmoot.registry.' || entity || 'state.recorded.v1',
                state || jsonb_build_object('asAt', ':day', 'release', ':day', 'version', :version), lower(icb),
                'ics.' || lower(icb) || '.registry.' || entity || '-state.v1'
            from due_state order by entity, icb, code
            """;

    private States() {}

    /** Tells every ICS what differs from what it was told last. The caller has looked at what is {@link Present}. */
    static long tell(Connection connection, LocalDate day) throws SQLException {
        return tell(connection, day, "true", "false");
    }

    /** Tells one ICS everything, whether it has been told before or not. The caller has looked at what is present. */
    static long tellAnew(Connection connection, LocalDate day, Tenant ics) throws SQLException {
        return tell(connection, day, "i.tenant_id = '" + ics.id() + "'", "true");
    }

    private static long tell(Connection connection, LocalDate day, String whom, String anew) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists due_state");
            long due = statement.executeUpdate(
                    DUE.replace(":day", day.toString()).replace(":whom", whom).replace(":anew", anew));
            if (due > 0) {
                String version = Long.toString(version(statement));
                statement.executeUpdate(TOLD.replace(":version", version));
                statement.executeUpdate(
                        INTO_OUTBOX.replace(":day", day.toString()).replace(":version", version));
            }
            return due;
        }
    }

    private static long version(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(VERSION)) {
            row.next();
            return row.getLong(1);
        }
    }
}
