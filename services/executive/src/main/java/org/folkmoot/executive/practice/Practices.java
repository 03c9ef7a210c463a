package org.folkmoot.executive.practice;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.folkmoot.tenancy.Sql;

/** The practices of the current ICS, from the copy, in the caller's transaction. */
@ApplicationScoped
public class Practices {

    private final Sql sql;

    Practices(Sql sql) {
        this.sql = sql;
    }

    /** The codes of an audience's open practices. A practice is in a place by a neighbourhood that lists it or its network. */
    public List<String> of(Audience audience) {
        List<String> codes = audience.codes();
        return sql.list(row -> row.getString("code"), """
                select p.code from practice p
                where p.tenant_id = folkmoot.current_tenant() and p.status = 'open' and case ?
                    when 'ics' then true
                    when 'sub-icbs' then p.sub_icb = any (?)
                    when 'pcns' then p.pcn = any (?)
                    when 'practices' then p.code = any (?)
                    else exists (
                        select from neighbourhood n
                        where n.tenant_id = p.tenant_id and n.place::text = any (?)
                          and (p.code = any (n.members) or p.pcn = any (n.members))) end
                order by p.code
                """, audience.kind(), codes, codes, codes, codes);
    }
}
