package org.folkmoot.registry.announcement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.folkmoot.registry.directory.InForce;
import org.folkmoot.tenancy.Tenant;

/** Writes the announcements into the outbox, in the caller's transaction, which works as the platform. */
public final class Announcements {

    private static final String NEWS = """
            create temporary table news on commit drop as
            with practice as (
                select coalesce(n.code, o.code) as code, o.code is not null as known, n.code is not null as present,
                    o.name as old_name, n.name, o.icb as old_icb, n.icb, o.sub_icb as old_sub_icb, n.sub_icb,
                    o.pcn as old_pcn, n.pcn, o.pcn_icb as old_pcn_icb, n.pcn_icb, o.patients as old_patients, n.patients,
                    o.list_as_at as old_list_as_at, n.list_as_at, n.postcode, n.opened, n.icb_since, n.pcn_since
                from announced_practice o full join present_practice n on n.code = o.code
                where (o.code, o.name, o.icb, o.sub_icb, o.pcn, o.patients, o.list_as_at)
                    is distinct from (n.code, n.name, n.icb, n.sub_icb, n.pcn, n.patients, n.list_as_at)),
            event (turn, icb, entity, aggregate, verb, data) as (
                select 1, n.icb, 'pcn', n.code, 'opened', jsonb_build_object('code', n.code, 'name', n.name,
                    'icb', n.icb, 'subIcb', n.sub_icb, 'openedOn', n.opened, 'asAt', coalesce(n.opened, date ':day'))
                from present_pcn n left join announced_pcn o on (o.icb, o.code) = (n.icb, n.code) where o.code is null
                union all
                select 2, icb, 'practice', code, 'opened', jsonb_build_object('code', code, 'name', name, 'icb', icb,
                    'subIcb', sub_icb, 'pcn', pcn, 'listSize', patients,
                    'postcode', case when length(postcode) between 5 and 8 then postcode end,
                    'openedOn', opened, 'asAt', coalesce(opened, date ':day'))
                from practice where present and not known
                union all
                select distinct 3, i.icb, 'practice', code, 'moved', jsonb_build_object('code', code, 'name', name,
                    'fromIcb', old_icb, 'toIcb', p.icb, 'fromSubIcb', old_sub_icb, 'toSubIcb', sub_icb, 'pcn', pcn,
                    'listSize', patients, 'asAt', least(coalesce(icb_since, date ':day'), date ':day'))
                from practice p cross join lateral (values (old_icb), (p.icb)) i (icb)
                where present and known and (old_icb, old_sub_icb) is distinct from (p.icb, sub_icb)
                union all
                select 4, icb, 'practice', code, 'renamed', jsonb_build_object('code', code, 'name', name,
                    'formerName', old_name, 'asAt', date ':day')
                from practice where present and known and name <> old_name
                union all
                select distinct 5, i.icb, 'pcn', old_pcn, 'member.left', jsonb_build_object('pcn', old_pcn,
                    'practice', code, 'asAt', coalesce(m.last_day, m.valid_to, date ':day'))
                from practice p cross join lateral (values (old_icb), (old_pcn_icb)) i (icb)
                left join lateral (
                    select last_day, valid_to from membership m
                    where m.practice = p.code and m.pcn = p.old_pcn and m.valid_to <= date ':day'
                    order by valid_to desc limit 1) m on true
                where old_pcn is not null and old_pcn is distinct from pcn
                union all
                select distinct 6, i.icb, 'pcn', pcn, 'member.joined', jsonb_build_object('pcn', pcn, 'practice', code,
                    'asAt', coalesce(pcn_since, date ':day'))
                from practice p cross join lateral (values (p.icb), (p.pcn_icb)) i (icb)
                where pcn is not null and pcn is distinct from old_pcn
                union all
                select 7, icb, 'practice', code, 'listsize.published', jsonb_build_object('code', code,
                    'patients', patients, 'asAt', list_as_at)
                from practice
                where patients is not null and (patients, list_as_at) is distinct from (old_patients, old_list_as_at)
                union all
                select 8, p.old_icb, 'practice', p.code, 'closed', jsonb_build_object('code', p.code,
                    'name', p.old_name, 'icb', p.old_icb, 'closedOn', o.closed, 'asAt', coalesce(o.closed, date ':day'))
                from practice p left join organisation o on o.code = p.code
                    and o.valid_from <= date ':day' and o.valid_to > date ':day'
                where known and not present
                union all
                select 9, a.icb, 'pcn', a.code, 'closed', jsonb_build_object('code', a.code, 'name', a.name,
                    'closedOn', o.closed, 'asAt', coalesce(o.closed, date ':day'))
                from announced_pcn a left join present_pcn n on (n.icb, n.code) = (a.icb, a.code)
                left join organisation o on o.code = a.code and o.valid_from <= date ':day' and o.valid_to > date ':day'
                where n.code is null)
            select e.turn, i.tenant_id, e.entity, e.aggregate, e.verb,
                jsonb_strip_nulls(e.data || jsonb_build_object('release', ':day')) as data
            from event e join folkmoot.ics i on i.tenant_id = lower(e.icb) and i.state <> 'OFFBOARDED'
            """;

    private static final String[] TOLD = {"""
        delete from announced_practice a where not exists (select from present_practice n where n.code = a.code)
        """, """
        update announced_practice a set name = n.name, icb = n.icb, sub_icb = n.sub_icb, pcn = n.pcn,
            pcn_icb = n.pcn_icb, patients = n.patients, list_as_at = n.list_as_at, postcode = n.postcode,
            opened = n.opened
        from present_practice n
        where n.code = a.code
          and (n.name, n.icb, n.sub_icb, n.pcn, n.pcn_icb, n.patients, n.list_as_at, n.postcode, n.opened) is distinct from
              (a.name, a.icb, a.sub_icb, a.pcn, a.pcn_icb, a.patients, a.list_as_at, a.postcode, a.opened)
        """, """
        insert into announced_practice
            (code, name, icb, sub_icb, pcn, pcn_icb, patients, list_as_at, postcode, opened)
        select code, name, icb, sub_icb, pcn, pcn_icb, patients, list_as_at, postcode, opened
        from present_practice n where not exists (select from announced_practice a where a.code = n.code)
        """, """
        delete from announced_pcn a
        where not exists (select from present_pcn n where (n.icb, n.code) = (a.icb, a.code))
        """, """
        update announced_pcn a set name = n.name, sub_icb = n.sub_icb, opened = n.opened
        from present_pcn n
        where (n.icb, n.code) = (a.icb, a.code)
          and (n.name, n.sub_icb, n.opened) is distinct from (a.name, a.sub_icb, a.opened)
        """, """
        insert into announced_pcn (icb, code, name, sub_icb, opened)
        select icb, code, name, sub_icb, opened from present_pcn n
        where not exists (select from announced_pcn a where (a.icb, a.code) = (n.icb, n.code))
        """};

    private static final String WHOLE_STATE = """
            create temporary table news on commit drop as
            with mine as (select ? ::text as icb),
            event (turn, entity, aggregate, verb, data) as (
                select 1, 'pcn', n.code, 'opened', jsonb_build_object('code', n.code, 'name', n.name, 'icb', n.icb,
                    'subIcb', n.sub_icb, 'openedOn', n.opened, 'asAt', coalesce(n.opened, in_force()))
                from announced_pcn n join mine using (icb)
                union all
                select 2, 'practice', p.code, 'opened', jsonb_build_object('code', p.code, 'name', p.name, 'icb', p.icb,
                    'subIcb', p.sub_icb, 'pcn', p.pcn, 'listSize', p.patients,
                    'postcode', case when length(p.postcode) between 5 and 8 then p.postcode end,
                    'openedOn', p.opened, 'asAt', coalesce(p.opened, in_force()))
                from announced_practice p join mine using (icb)
                union all
                select 6, 'pcn', p.pcn, 'member.joined', jsonb_build_object('pcn', p.pcn, 'practice', p.code,
                    'asAt', coalesce(m.valid_from, in_force()))
                from announced_practice p join mine on mine.icb in (p.icb, p.pcn_icb)
                left join membership m on m.practice = p.code and m.pcn = p.pcn
                    and m.valid_from <= in_force() and m.valid_to > in_force()
                where p.pcn is not null
                union all
                select 7, 'practice', p.code, 'listsize.published', jsonb_build_object('code', p.code,
                    'patients', p.patients, 'asAt', p.list_as_at)
                from announced_practice p join mine using (icb) where p.patients is not null)
            select e.turn, lower(mine.icb) as tenant_id, e.entity, e.aggregate, e.verb,
                jsonb_strip_nulls(e.data || jsonb_build_object('release', in_force())) as data
            from event e cross join mine
            """;

    private static final String INTO_OUTBOX = """
            insert into folkmoot.outbox (id, aggregatetype, aggregateid, type, payload, tenant_id, topic)
            select uuidv7(), entity, aggregate, 'folkmoot.registry.' || entity || '.' || verb || '.v1', data, tenant_id,
                'ics.' || tenant_id || '.registry.' || entity || '.v1'
            from news order by turn, tenant_id, aggregate
            """;

    private Announcements() {}

    /**
     * Announces what differs from what was last told, and tells the states that differ. The caller has looked at what is
     * {@link Present}.
     *
     * @param inForce the date of the release in force
     * @return how many events of each name: {@code practice.opened}; states are no news and not counted
     */
    public static Map<String, Long> announce(Connection connection, LocalDate inForce) throws SQLException {
        alone(connection);
        try (Statement statement = connection.createStatement()) {
            clear(statement);
            statement.execute(NEWS.replace(":day", inForce.toString()));
            for (String told : TOLD) {
                statement.executeUpdate(told);
            }
            Map<String, Long> announced = send(statement);
            States.tell(connection, inForce);
            return announced;
        }
    }

    /**
     * After an older release: what it altered in the present is no news and is announced with the next, but the states
     * must be those of the tables. The caller has looked at what is {@link Present}.
     */
    public static void correctStates(Connection connection, LocalDate inForce) throws SQLException {
        alone(connection);
        States.tell(connection, inForce);
    }

    /** Tells an ICS all that the other ICSs have been told in the course of time. */
    static Map<String, Long> announceAll(Connection connection, Tenant ics) throws SQLException {
        alone(connection);
        try (Statement statement = connection.createStatement();
                PreparedStatement all = connection.prepareStatement(WHOLE_STATE)) {
            clear(statement);
            all.setString(1, ics.icb().code());
            all.executeUpdate();
            Map<String, Long> announced = send(statement);
            tellStatesAnew(connection, ics);
            return announced;
        }
    }

    /**
     * Tells an ICS the state of all its practices and networks anew, and no other ICS anything.
     *
     * @return how many states were told; none before the first release
     */
    static long tellStatesAnew(Connection connection, Tenant ics) throws SQLException {
        alone(connection);
        Optional<LocalDate> inForce = InForce.seenBy(connection);
        if (inForce.isEmpty()) {
            return 0;
        }
        Present.look(connection, inForce.get());
        return States.tellAnew(connection, inForce.get(), ics);
    }

    /** One at a time announces: the state that was last told and the list of ICSs must not change in between. */
    private static void alone(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(hashtextextended('folkmoot.registry.announcements', 0))");
        }
    }

    private static void clear(Statement statement) throws SQLException {
        statement.execute("drop table if exists news");
    }

    private static Map<String, Long> send(Statement statement) throws SQLException {
        statement.executeUpdate(INTO_OUTBOX);
        var counts = new TreeMap<String, Long>();
        try (ResultSet rows =
                statement.executeQuery("select entity || '.' || verb, count(*) from news group by 1 order by 1")) {
            while (rows.next()) {
                counts.put(rows.getString(1), rows.getLong(2));
            }
        }
        return counts;
    }
}
