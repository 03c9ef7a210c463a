package org.folkmoot.registry.release;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Who was in which network when, put together from two kinds of file.
 *
 * <p>The dated spells tell the past up to the date of their file. After it the first map that speaks for a practice
 * takes over: by the network that it names, or by leaving the practice out though it names its sub-ICB location. A
 * practice is in one network at a time: a spell that begins before the one before it has ended ends that one. The end of
 * the practice ends its membership.
 */
final class Memberships {

    private static final String WANTED = """
            create temporary table wanted_membership on commit drop as
            with told as (
                select coalesce(max(as_at), '-infinity') as until
                from release_file where kind = 'epcn-core-partner-details'),
            map as (
                select distinct as_at from release_file where kind = 'gp-reg-pat-prac-map'),
            known as (
                select practice, bool_or(spelled) as spelled, max(sub_icb) as sub_icb, min(registered) as registered
                from (select practice, true as spelled, sub_icb, null::date as registered from pcn_spell
                      union all
                      select practice, false, null, valid_from from registration) k
                group by practice),
            speaks as (
                select k.practice, min(m.as_at) as since
                from known k cross join told join map m
                    on (not k.spelled or m.as_at > told.until)
                    and (k.registered <= m.as_at
                        or k.registered is null and exists (
                            select from registration r
                            where r.sub_icb = k.sub_icb and r.on_register
                              and r.valid_from <= m.as_at and r.valid_to > m.as_at))
                group by k.practice),
            ended as (
                select code, closed from organisation
                where valid_to = 'infinity' and source = 'cost-centre' and closed is not null),
            spell as (
                select practice, pcn, starts, ends, told_by,
                    lead(starts) over (partition by practice order by starts, coalesce(ends, 'infinity'), pcn) as next
                from pcn_spell),
            piece as (
                select s.practice, s.pcn, s.starts as valid_from,
                    least(s.ends + 1, s.next, p.since, e.closed + 1, 'infinity') as valid_to,
                    least(s.ends, e.closed) as last_day, s.told_by
                from spell s left join speaks p using (practice) left join ended e on e.code = s.practice
                union all
                select r.practice, r.pcn, greatest(r.valid_from, p.since), least(r.valid_to, e.closed + 1), e.closed, r.told_by
                from registration r join speaks p using (practice) left join ended e on e.code = r.practice
                where r.on_register and r.pcn is not null and r.valid_to > p.since),
            island as (
                select piece.*, sum(starts) over (partition by practice order by valid_from) as island
                from (
                    select p.*, case when lag(pcn) over w = pcn and lag(valid_to) over w = valid_from then 0 else 1 end as starts
                    from piece p where valid_from < valid_to
                    window w as (partition by practice order by valid_from)) piece)
            select practice, pcn, min(valid_from) as valid_from, max(valid_to) as valid_to,
                case when max(valid_to) = max(last_day) + 1 then max(last_day) end as last_day,
                (array_agg(told_by order by valid_from))[1] as told_by
            from island group by practice, pcn, island
            """;

    private Memberships() {}

    /** Works the memberships out anew, writes those that differ and says how many. */
    static long renew(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists wanted_membership");
            statement.execute(WANTED);
            statement.execute("analyze wanted_membership");
            long written = statement.executeUpdate("""
                    delete from membership m where not exists (
                        select from wanted_membership w
                        where (w.practice, w.valid_from, w.pcn, w.valid_to) = (m.practice, m.valid_from, m.pcn, m.valid_to)
                          and w.last_day is not distinct from m.last_day)
                    """);
            return written + statement.executeUpdate("""
                    insert into membership (practice, pcn, valid_from, valid_to, last_day, told_by)
                    select practice, pcn, valid_from, valid_to, last_day, told_by from wanted_membership w
                    where not exists (
                        select from membership m where (m.practice, m.valid_from) = (w.practice, w.valid_from))
                    """);
        }
    }
}
