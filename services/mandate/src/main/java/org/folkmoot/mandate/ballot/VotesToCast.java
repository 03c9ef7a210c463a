package org.folkmoot.mandate.ballot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.folkmoot.mandate.rule.ElectorKind;
import org.folkmoot.mandate.sql.Sql;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Roles;

/** What waits for somebody: the votes that they may cast in open ballots. */
@ApplicationScoped
class VotesToCast {

    private final Sql sql;
    private final Caller caller;

    VotesToCast(Sql sql, Caller caller) {
        this.sql = sql;
        this.caller = caller;
    }

    /** The caller's, by the roles and organisations of the token; the ballot that closes first comes first. */
    @Transactional
    List<VoteToCast> ofCaller() {
        return sql.list(
                row -> new VoteToCast(
                        row.getObject("id", UUID.class),
                        row.getObject("group_id", UUID.class),
                        row.getString("title"),
                        Sql.instant(row, "closes_at"),
                        row.getString("voter"),
                        ElectorKind.of(row.getString("kind")),
                        row.getString("name"),
                        row.getBoolean("voted"),
                        row.getBoolean("recused"),
                        row.getBoolean("casting")),
                """
                select b.id, b.group_id, b.title, b.closes_at, t.voter, t.kind, t.name, t.recused, t.casting,
                    v.entry is not null as voted
                from ballot b
                join lateral (
                    select e.voter, e.kind, e.name, e.recused, e.place, false as casting
                    from elector e
                    where e.tenant_id = b.tenant_id and e.ballot_id = b.id
                      and (e.kind = 'practice' and e.voter = any (?) or e.kind = 'pcn' and e.voter = any (?)
                           or e.kind = 'seat' and e.holder = ?)
                    union all
                    -- A chair need not be an elector: what people call the seat, the constitution says.
                    select b.chair, 'seat', coalesce(
                            (select s.value ->> 'name' from constitution c
                             cross join lateral jsonb_array_elements(c.content -> 'seats') s
                             where c.tenant_id = b.tenant_id and c.group_id = b.group_id and c.number = b.constitution
                               and s.value ->> 'seat' = b.chair),
                            b.chair),
                        exists (select from elector e where e.tenant_id = b.tenant_id and e.ballot_id = b.id
                                and e.voter = b.chair and e.recused),
                        null, true
                    where b.chair_holder = ?) t on true
                left join vote v on v.tenant_id = b.tenant_id and v.ballot_id = b.id
                    and v.voter = t.voter and v.casting = t.casting
                where b.tenant_id = folkmoot.current_tenant() and b.opened_at is not null and b.annulled_at is null
                  and clock_timestamp() < b.closes_at
                  and (v.entry is not null or t.kind <> 'practice'
                       or not practice_has_left(b.tenant_id, t.voter, clock_timestamp()))
                order by b.closes_at, b.id, t.casting, t.place
                """,
                codes(Roles.PRACTICE_VOTER),
                codes(Roles.PCN_CLINICAL_DIRECTOR),
                caller.subject(),
                caller.subject());
    }

    private List<String> codes(String role) {
        return caller.roles().contains(role)
                ? caller.organisations().stream().map(OdsCode::code).toList()
                : List.of();
    }
}
