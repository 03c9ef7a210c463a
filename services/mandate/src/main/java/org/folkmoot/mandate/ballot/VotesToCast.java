package org.folkmoot.mandate.ballot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.folkmoot.mandate.rule.ElectorKind;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Roles;
import org.folkmoot.tenancy.Sql;

/** What waits for somebody: the votes that they may cast in open ballots. */
@ApplicationScoped
class VotesToCast {

    private final Sql sql;
    private final Caller caller;

    VotesToCast(Sql sql, Caller caller) {
        this.sql = sql;
        this.caller = caller;
    }

    /**
     * The caller's, by the roles and organisations of the token, and those that proxies given to these add; the ballot that
     * closes first comes first. What a voter cast itself is no proxy's any more.
     */
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
                        row.getBoolean("casting"),
                        row.getString("via"),
                        row.getString("via_name")),
                """
                with open as (
                    select b.* from ballot b
                    where b.tenant_id = folkmoot.current_tenant() and b.opened_at is not null and b.annulled_at is null
                      and clock_timestamp() < b.closes_at),
                own as (
                    select e.* from open b
                    join elector e on e.tenant_id = b.tenant_id and e.ballot_id = b.id
                      and (e.kind = 'practice' and e.voter = any (?) or e.kind = 'pcn' and e.voter = any (?)
                           or e.kind = 'seat' and e.holder = ?)),
                theirs as (
                    select ballot_id, voter, kind, name, recused, place, false as casting, null as via, null as via_name
                    from own
                    union all
                    select b.id, g.voter, g.kind, g.name, g.recused, g.place, false, h.voter, h.name
                    from open b
                    cross join lateral (
                        select distinct on (p.giver) p.giver, p.receiver from proxy p
                        join own o on o.tenant_id = p.tenant_id and o.ballot_id = b.id and o.voter = p.receiver
                          and o.kind <> 'seat'
                        where p.tenant_id = b.tenant_id and p.group_id = b.group_id
                          and (p.ballot_id = b.id or p.ballot_id is null
                               and (clock_timestamp() at time zone 'Europe/London')::date between p.from_day and p.until_day)
                          and (p.revoked_at is null
                               or exists (select from proxy_use u where u.tenant_id = p.tenant_id and u.proxy_id = p.id
                                          and u.ballot_id = b.id))
                          and not exists (select from own o where o.ballot_id = b.id and o.voter = p.giver)
                        order by p.giver, p.receiver) p
                    join elector g on g.tenant_id = b.tenant_id and g.ballot_id = b.id and g.voter = p.giver
                    join elector h on h.tenant_id = b.tenant_id and h.ballot_id = b.id and h.voter = p.receiver
                    union all
                    -- A chair need not be an elector: what people call the seat, the constitution says.
                    select b.id, b.chair, 'seat', coalesce(
                            (select s.value ->> 'name' from constitution c
                             cross join lateral jsonb_array_elements(c.content -> 'seats') s
                             where c.tenant_id = b.tenant_id and c.group_id = b.group_id and c.number = b.constitution
                               and s.value ->> 'seat' = b.chair),
                            b.chair),
                        exists (select from elector e where e.tenant_id = b.tenant_id and e.ballot_id = b.id
                                and e.voter = b.chair and e.recused),
                        null, true, null, null
                    from open b where b.chair_holder = ?)
                select b.id, b.group_id, b.title, b.closes_at, t.voter, t.kind, t.name, t.recused, t.casting, t.via,
                    t.via_name, v.entry is not null as voted
                from open b
                join theirs t on t.ballot_id = b.id
                left join vote v on v.tenant_id = b.tenant_id and v.ballot_id = b.id
                    and v.voter = t.voter and v.casting = t.casting
                where (v.entry is not null or t.kind <> 'practice'
                       or not practice_has_left(b.tenant_id, t.voter, clock_timestamp()))
                  and (t.via is null or v.entry is null or v.via is not null)
                order by b.closes_at, b.id, t.casting, t.via is not null, t.place
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
