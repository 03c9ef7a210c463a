package org.folkmoot.neighbourhood.measure;

import java.util.Locale;

/** By what figures are told apart. */
enum Dimension {
    /** The whole ICS. */
    ICS("'all'", "", "select 'all' as key, 'The whole ICS' as name"),
    /** The team that has the person. */
    TEAM("m.team_id::text", "", "select id::text as key, name from team where tenant_id = folkmoot.current_tenant()"),
    /** The primary care network of the practice, as it is in one today. */
    PCN("coalesce(p.pcn, 'none')", "left join practice p on p.tenant_id = m.tenant_id and p.code = m.practice", """
            select pcn as key, coalesce(min(pcn_name), pcn) as name from practice
            where tenant_id = folkmoot.current_tenant() and pcn is not null group by pcn
            """),
    /** The practice that referred. */
    PRACTICE(
            "coalesce(m.practice, 'none')",
            "",
            "select code as key, name from practice where tenant_id = folkmoot.current_tenant()"),
    /** How deprived the team's neighbourhood is. */
    DECILE("coalesce(n.deprivation_decile::text, 'none')", """
            join team t on t.tenant_id = m.tenant_id and t.id = m.team_id
            left join neighbourhood n on n.tenant_id = t.tenant_id and n.id = t.neighbourhood
            """, """
            select d::text as key, 'Decile ' || d || case d when 1 then ', the most deprived' when 10 then ', the least deprived'
                else '' end as name
            from generate_series(1, 10) d
            """);

    /** The key where it is not known. */
    static final String NONE = "none";

    /** What a query parameter may say. */
    static final String WORDS = "ics|team|pcn|practice|decile";

    /** Of a journey m, as an expression. */
    final String key;

    /** What the key needs, joined to the journey m. */
    final String joins;

    /** Every key that has a name, and the name. */
    final String names;

    Dimension(String key, String joins, String names) {
        this.key = key;
        this.joins = joins;
        this.names = names;
    }

    /** The finest figures that these add up; these themselves where there are none finer. */
    Dimension parts() {
        return switch (this) {
            case ICS, TEAM, DECILE -> TEAM;
            case PCN, PRACTICE -> PRACTICE;
        };
    }

    /** A question: in which group each of {@link #parts} is, whose figures are to be had, too. */
    String groups() {
        return switch (this) {
            case ICS ->
                "select id::text as part, 'all' as in_group from team where tenant_id = folkmoot.current_tenant()";
            case TEAM, DECILE -> """
                    select t.id::text as part, n.deprivation_decile::text as in_group
                    from team t join neighbourhood n on n.tenant_id = t.tenant_id and n.id = t.neighbourhood
                    where t.tenant_id = folkmoot.current_tenant() and n.deprivation_decile is not null
                    """;
            case PCN, PRACTICE -> """
                    select code as part, pcn as in_group from practice
                    where tenant_id = folkmoot.current_tenant() and pcn is not null
                    """;
        };
    }

    static Dimension of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
