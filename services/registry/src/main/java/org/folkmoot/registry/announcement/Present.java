package org.folkmoot.registry.announcement;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;

/**
 * The practices and networks of all ICSs on a day, in two temporary tables that last as long as the transaction:
 * {@code present_practice} and {@code present_pcn}. Working them out is the dearest question to the directory, and after
 * a load several want the answer.
 */
public final class Present {

    private static final String PRACTICES = """
            create temporary table present_practice on commit drop as
            select p.code, p.name, p.icb, p.sub_icb, p.pcn, s.parent as pcn_icb, p.patients, p.list_as_at, p.postcode,
                p.opened, p.closed, p.icb_since, p.pcn_since, p.pcn_name
            from practice_on(date ':day') p
            left join organisation n on n.code = p.pcn and n.valid_from <= date ':day' and n.valid_to > date ':day'
            left join organisation s on s.code = n.commissioner and s.kind = 'sub-icb'
                and s.valid_from <= date ':day' and s.valid_to > date ':day'
            """;

    private static final String NETWORKS = """
            create temporary table present_pcn on commit drop as
            select n.icb, n.code, min(n.name) as name, min(n.sub_icb) as sub_icb, min(n.opened) as opened,
                min(n.closed) as closed
            from (
                select s.parent as icb, n.code, n.name, n.commissioner as sub_icb, n.opened, n.closed
                from organisation n join organisation s on s.code = n.commissioner and s.kind = 'sub-icb'
                    and s.valid_from <= date ':day' and s.valid_to > date ':day'
                where n.kind = 'pcn' and n.valid_from <= date ':day' and n.valid_to > date ':day'
                  and standing(n.status, n.opened, n.closed, n.first_seen, date ':day') = 'open'
                union all
                select distinct p.icb, n.code, n.name, null::text, n.opened, n.closed
                from present_practice p join organisation n on n.code = p.pcn
                    and n.valid_from <= date ':day' and n.valid_to > date ':day') n
            where n.icb is not null
            group by n.icb, n.code
            """;

    private Present() {}

    /** Looks, and forgets what an earlier look of the transaction saw. */
    public static void look(Connection connection, LocalDate day) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists present_practice");
            statement.execute("drop table if exists present_pcn");
            statement.execute(PRACTICES.replace(":day", day.toString()));
            statement.execute("analyze present_practice");
            statement.execute(NETWORKS.replace(":day", day.toString()));
        }
    }
}
