package org.folkmoot.registry.finding;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;

/** Looks the directory over and writes down what was found, in the transaction of the load. */
public final class Lookout {

    private static final String FOUND = """
            create temporary table found on commit drop as
            with practice as (
                select o.code, o.source, o.kind, o.roles, o.icb as place, o.commissioner, o.closed,
                    standing(o.status, o.opened, o.closed, o.first_seen, date ':day') as standing,
                    r.practice is not null as registered, r.icb as register_icb, r.sub_icb as register_sub_icb,
                    coalesce(r.icb, s.parent) as icb, b.code is not null as place_is_known, l.patients
                from organisation o
                left join registration r on r.practice = o.code and r.on_register
                    and r.valid_from <= date ':day' and r.valid_to > date ':day'
                left join organisation s on s.code = coalesce(r.sub_icb, o.commissioner) and s.kind = 'sub-icb'
                    and s.valid_from <= date ':day' and s.valid_to > date ':day'
                left join organisation b on b.code = o.icb and b.kind = 'icb'
                    and b.valid_from <= date ':day' and b.valid_to > date ':day'
                left join list_size l on l.practice = o.code and l.valid_from <= date ':day' and l.valid_to > date ':day'
                where o.valid_from <= date ':day' and o.valid_to > date ':day'
                  and o.source in ('cost-centre', 'register') and (o.kind = 'practice' or r.practice is not null)),
            member as (
                select code, icb, sub_icb, pcn, patients, list_as_at from present_practice),
            network as (
                select n.code, n.name, n.opened, n.postcode, s.parent as icb
                from organisation n left join organisation s on s.code = n.commissioner and s.kind = 'sub-icb'
                    and s.valid_from <= date ':day' and s.valid_to > date ':day'
                where n.kind = 'pcn' and n.valid_from <= date ':day' and n.valid_to > date ':day'
                  and standing(n.status, n.opened, n.closed, n.first_seen, date ':day') = 'open'),
            summed as (
                select of, code, sum(patients) as patients, min(list_as_at) as first, max(list_as_at) as last,
                    bool_and(patients is not null) as complete
                from (select 'pcn' as of, pcn as code, patients, list_as_at from member
                      union all select 'sub-icb', sub_icb, patients, list_as_at from member
                      union all select 'icb', icb, patients, list_as_at from member) m
                where code is not null group by of, code)
            select 'icb-differs-between-files' as kind, code as subject, '' as other, icb,
                jsonb_build_object('commissioner', icb, 'place', place) as detail
            from practice
            where kind = 'practice' and standing = 'open' and place_is_known and icb <> place and code not like 'W%'
            union all
            select 'sub-icb-differs-between-files', code, '', icb,
                jsonb_build_object('map', register_sub_icb, 'costCentres', commissioner)
            from practice where registered and source = 'cost-centre' and standing = 'open' and register_sub_icb <> commissioner
            union all
            select 'practice-without-cost-centre', code, '', icb, '{}'
            from practice where registered and source = 'register'
            union all
            select 'registered-practice-not-open', code, '', icb,
                jsonb_strip_nulls(jsonb_build_object('status', standing, 'closed', closed))
            from practice where registered and standing <> 'open'
            union all
            select 'registered-without-practice-role', code, '', icb, jsonb_strip_nulls(jsonb_build_object('roles', roles))
            from practice where registered and kind <> 'practice'
            union all
            select 'list-size-missing', code, '', icb, '{}'
            from member where patients is null and lists_known(date ':day')
            union all
            select 'list-total-differs', t.code, t.of,
                case t.of when 'icb' then t.code else (
                    select min(m.icb) from member m where t.code in (m.sub_icb, m.pcn)) end,
                jsonb_build_object('asAt', t.valid_from, 'published', t.patients, 'summed', s.patients)
            from list_total t join summed s on (s.of, s.code) = (t.of, t.code)
            where t.valid_from <= date ':day' and t.valid_to > date ':day' and s.complete
              and s.first = t.valid_from and s.last = t.valid_from and s.patients <> t.patients
            union all
            select 'pcn-unknown', n.code, '', coalesce(n.icb, min(m.icb)), jsonb_build_object('name', n.name)
            from network n join member m on m.pcn = n.code
            where n.opened is null and n.postcode is null
              and exists (select from release_file f where f.kind = 'epcn-pcn-details')
            group by n.code, n.name, n.icb
            union all
            select 'overlapping-membership', a.practice, b.pcn || ' ' || b.starts, p.icb,
                jsonb_strip_nulls(jsonb_build_object(
                    'first', jsonb_build_object('pcn', a.pcn, 'starts', a.starts, 'ends', a.ends),
                    'second', jsonb_build_object('pcn', b.pcn, 'starts', b.starts, 'ends', b.ends)))
            from pcn_spell a join pcn_spell b on b.practice = a.practice
                and (b.starts, b.pcn) > (a.starts, a.pcn) and b.starts <= coalesce(a.ends, 'infinity')
            left join practice p on p.code = a.practice
            union all
            select 'pcn-in-several-icbs', pcn, '', min(coalesce(n.icb, m.icb)),
                jsonb_build_object('icbs', jsonb_agg(distinct m.icb))
            from member m left join network n on n.code = m.pcn
            where m.pcn is not null group by pcn having count(distinct m.icb) > 1
            union all
            select 'pcn-name-shared', code, next, icb, jsonb_build_object('name', name)
            from (select *, lead(code) over (partition by name order by code) as next from network) n
            where next is not null
            union all
            """;

    private static final String NOT_READ = """
            select 'organisation-not-read' as kind, q.code as subject, '' as other, null as icb,
                jsonb_build_object('reason', q.reason, 'since', cast(q.noted_at as date)) as detail
            from quarantined_organisation q where q.state = 'waiting'
            """;

    private static final String[] NOTED = {
        """
        insert into finding (id, kind, subject, other, icb, detail, state, noted_in, noted_at)
        select uuidv7(), kind, subject, other, icb, detail, 'open', date ':day', now()
        from found on conflict (kind, subject, other) do nothing
        """,
        // It came back, or its facts changed since somebody resolved it: it is open again.
        """
        update finding f set state = 'open', icb = n.icb, detail = n.detail, noted_in = date ':day', noted_at = now(),
            settled_by = null, settled_name = null, settled_at = null, note = null, version = f.version + 1
        from found n
        where (n.kind, n.subject, n.other) = (f.kind, f.subject, f.other)
          and (f.state = 'gone' or f.detail <> n.detail or f.icb is distinct from n.icb)
        """,
        """
        update finding f set state = 'gone', settled_at = now(), version = f.version + 1
        where f.state <> 'gone' and (:whole or f.kind = 'organisation-not-read') and not exists (
            select from found n where (n.kind, n.subject, n.other) = (f.kind, f.subject, f.other))
        """
    };

    private Lookout() {}

    /**
     * Notes what does not fit on the day of the release in force. The caller has looked at what is present then:
     * there is a temporary table {@code present_practice}.
     *
     * @return how many findings were noted, opened again or have gone
     */
    public static long look(Connection connection, LocalDate inForce) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists found");
            statement.execute(FOUND.replace(":day", inForce.toString()) + NOT_READ);
            return note(statement, inForce, true);
        }
    }

    /** Notes the organisations of which nothing could be read, and nothing else: no release need be taken in for it. */
    public static long lookForThoseNotRead(Connection connection, LocalDate day) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists found");
            statement.execute("create temporary table found on commit drop as " + NOT_READ);
            return note(statement, day, false);
        }
    }

    private static long note(Statement statement, LocalDate day, boolean whole) throws SQLException {
        long written = 0;
        for (String sql : NOTED) {
            written += statement.executeUpdate(
                    sql.replace(":day", day.toString()).replace(":whole", whole ? "true" : "false"));
        }
        return written;
    }
}
