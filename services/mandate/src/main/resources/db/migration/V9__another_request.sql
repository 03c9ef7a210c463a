-- A request's name that comes again with another choice, or by another proxy, is refused: the receipt of the first would
-- say that the second had been cast. The function is that of V4 with this check.
create or replace function cast_vote(
        p_tenant text, p_ballot uuid, p_stream text, p_voter text, p_kinds text[], p_subject text, p_via text,
        p_casting boolean, p_payload text, p_sealed bytea, p_request text)
    returns table (answer text, number bigint, hash bytea, at timestamptz, sealed bytea)
    language plpgsql volatile
    security definer -- the application adds votes this way and in no other
    set search_path = public, pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
    the_ballot   ballot;
    the_elector  elector;
    present_vote vote;
    the_proxy    proxy;
    speaker      elector;
begin
    perform set_config('folkmoot.tenant', p_tenant, true);
    perform pg_advisory_xact_lock(hashtextextended(p_stream, hashtextextended(p_tenant, 0)));

    select * into the_ballot from ballot b where b.tenant_id = p_tenant and b.id = p_ballot;
    if not found or the_ballot.stream is distinct from p_stream then
        answer := 'absent'; return next; return;
    end if;
    if the_ballot.annulled_at is not null then
        answer := 'annulled'; return next; return;
    end if;

    select * into the_elector from elector e
        where e.tenant_id = p_tenant and e.ballot_id = p_ballot and e.voter = p_voter;
    if p_casting then
        -- The chair has a casting vote whether or not the chair is an elector, too.
        if the_ballot.chair is distinct from p_voter or the_ballot.chair_holder is distinct from p_subject then
            answer := 'not-theirs'; return next; return;
        end if;
    elsif the_elector.voter is null then
        answer := 'no-elector'; return next; return;
    else
        if p_via is null then
            speaker := the_elector;
        else
            select * into speaker from elector e
                where e.tenant_id = p_tenant and e.ballot_id = p_ballot and e.voter = p_via;
        end if;
        -- A seat's vote is its holder's; an organisation's is cast by whoever speaks for it.
        if speaker.voter is null
           or speaker.kind = 'seat' and speaker.holder is distinct from p_subject
           or speaker.kind <> 'seat' and not speaker.kind = any (p_kinds) then
            answer := 'not-theirs'; return next; return;
        end if;
    end if;

    select * into present_vote from vote v
        where v.tenant_id = p_tenant and v.ballot_id = p_ballot and v.voter = p_voter and v.casting = p_casting;
    -- The same request again: its answer was lost on the way. So it is answered after closing, too.
    if present_vote.request = p_request and present_vote.cast_by = p_subject then
        -- What is sealed is compared by the service, which alone can open it.
        if present_vote.via is distinct from p_via
           or p_sealed is null and not exists (
                select from folkmoot.ledger_entry e
                where e.tenant_id = p_tenant and e.stream = p_stream and e.number = present_vote.entry
                  and e.payload = p_payload) then
            answer := 'another-request'; return next; return;
        end if;
        answer := 'cast'; number := present_vote.entry; hash := present_vote.hash; at := present_vote.cast_at;
        sealed := present_vote.sealed;
        return next; return;
    end if;
    if clock_timestamp() >= the_ballot.closes_at then
        answer := 'closed'; return next; return;
    end if;
    if the_elector.recused then
        answer := 'recused'; return next; return;
    end if;
    if present_vote.entry is null and the_elector.kind = 'practice'
       and practice_has_left(p_tenant, p_voter, clock_timestamp()) then
        answer := 'lapsed'; return next; return;
    end if;
    if p_via is not null then
        if present_vote.entry is not null and present_vote.via is null then
            answer := 'voted-itself'; return next; return;
        end if;
        select * into the_proxy from proxy p
            where p.tenant_id = p_tenant and p.group_id = the_ballot.group_id and p.giver = p_voter and p.receiver = p_via
              and (p.ballot_id = p_ballot or p.ballot_id is null
                   and (clock_timestamp() at time zone 'Europe/London')::date between p.from_day and p.until_day)
              and (p.revoked_at is null
                   or exists (select from proxy_use u
                              where u.tenant_id = p_tenant and u.proxy_id = p.id and u.ballot_id = p_ballot))
            order by p.ballot_id nulls last, p.given_at desc limit 1
            for share;
        if not found then
            answer := 'no-proxy'; return next; return;
        end if;
        insert into proxy_use (tenant_id, proxy_id, ballot_id, used_at)
            values (p_tenant, the_proxy.id, p_ballot, clock_timestamp()) on conflict do nothing;
    end if;

    -- The hash is seen before the vote may be. Chance beside the person keeps anybody from finding the choice by trying
    -- until the hash is the one that was seen.
    select a.number, a.at, a.hash into number, at, hash
        from folkmoot.ledger_append(p_stream, p_subject || ' ' || gen_random_uuid(), 'vote.cast', p_payload) a;
    if at >= the_ballot.closes_at then
        -- The clock struck between the check and the entry: nothing of this stays.
        raise exception 'ballot % has closed', p_ballot using errcode = 'FM017';
    end if;
    insert into vote (tenant_id, ballot_id, voter, casting, entry, hash, cast_at, cast_by, via, sealed, request)
        values (p_tenant, p_ballot, p_voter, p_casting, number, hash, at, p_subject, p_via, p_sealed, p_request)
        on conflict (tenant_id, ballot_id, voter, casting) do update
        set entry = excluded.entry, hash = excluded.hash, cast_at = excluded.cast_at, cast_by = excluded.cast_by,
            via = excluded.via, sealed = excluded.sealed, request = excluded.request;
    answer := 'cast'; sealed := p_sealed;
    return next;
end $$;
