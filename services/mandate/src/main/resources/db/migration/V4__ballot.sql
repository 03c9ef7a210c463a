-- Ballots. What was fixed at opening cannot be changed by anybody who works through the application's role, and a vote can
-- be cast in one way only: by the function cast_vote.

create table ballot (
    tenant_id        text        not null,
    id               uuid        not null,
    group_id         uuid        not null,
    motion_id        uuid        not null,
    constitution     integer     not null,
    question         text        not null,
    title            text        not null,
    rule             jsonb       not null,
    method           jsonb       not null,
    visibility       text        not null,
    opens_at         timestamptz not null,
    closes_at        timestamptz not null,
    scheduled_by     text        not null,
    scheduled_at     timestamptz not null,
    opened_at        timestamptz,
    stream           text,
    electorate_hash  text,
    electors         integer,
    chair            text,
    chair_holder     text,
    seed             bytea,
    closing_noted_at timestamptz,
    declared_at      timestamptz,
    declared_by      text,
    outcome          text,
    lapsed           jsonb,
    result           jsonb,
    file             text,
    annulled_at      timestamptz,
    annulled_by      text,
    annulled_why     text,
    version          bigint      not null default 0,
    constraint pk_ballot primary key (tenant_id, id),
    constraint fk_ballot_motion foreign key (tenant_id, motion_id) references motion (tenant_id, id),
    constraint ck_ballot_hours check (opens_at < closes_at),
    constraint ck_ballot_visibility check (visibility in ('open-during', 'open-after', 'secret')),
    constraint ck_ballot_chair check ((chair is null) = (chair_holder is null)),
    constraint ck_ballot_opened check (num_nulls(opened_at, stream, electorate_hash, electors) in (0, 4)),
    constraint ck_ballot_opened_in_time check (opened_at < closes_at),
    constraint ck_ballot_declared check (num_nulls(declared_at, declared_by, outcome, result, file) in (0, 5)),
    constraint ck_ballot_declared_after_closing check (declared_at is null or declared_at >= closes_at and opened_at is not null),
    constraint ck_ballot_annulled check (num_nulls(annulled_at, annulled_by, annulled_why) in (0, 3)),
    constraint ck_ballot_one_end check (annulled_at is null or declared_at is null)
);
create index ix_ballot_group on ballot (tenant_id, group_id, id);
create index ix_ballot_motion on ballot (tenant_id, motion_id);
create index ix_ballot_closing on ballot (tenant_id, closes_at);
create index ix_ballot_due on ballot (tenant_id, closes_at)
    where annulled_at is null and declared_at is null and closing_noted_at is null;
comment on table ballot is
    'The act of voting on a motion. Its state (scheduled, open, closed, declared, annulled) is derived from these times and the clock, so it closes on time though no process runs.';
comment on column ballot.stream is 'The log of its votes: libs/ballot makes the name from everything that was fixed at opening.';
comment on column ballot.chair is 'The seat whose holder has a casting vote, where the rule gives it one; and who held it at opening.';
comment on column ballot.seed is
    'For a lot: drawn at opening and kept until the declaration publishes it; its hash is published with the opening.';
comment on column ballot.closing_noted_at is 'When the closing was announced. The ballot was closed at closes_at, whenever that was noted.';
comment on column ballot.declared_by is 'The subject of who declared it; mandate, where nobody did and it was time.';
comment on column ballot.lapsed is 'Practices that had closed before they voted, and what their votes could have changed.';
comment on column ballot.result is 'What was announced of the outcome.';
comment on column ballot.file is 'The ballot file as it was published, to the letter.';
call folkmoot.protect('ballot');

create function ballot_keeps_its_terms() returns trigger language plpgsql as $$
begin
    if old.opened_at is not null and (new.tenant_id, new.id, new.group_id, new.motion_id, new.constitution, new.question,
            new.title, new.rule, new.method, new.visibility, new.opens_at, new.closes_at, new.opened_at, new.stream,
            new.electorate_hash, new.electors, new.chair, new.chair_holder, new.seed)
        is distinct from (old.tenant_id, old.id, old.group_id, old.motion_id, old.constitution, old.question,
            old.title, old.rule, old.method, old.visibility, old.opens_at, old.closes_at, old.opened_at, old.stream,
            old.electorate_hash, old.electors, old.chair, old.chair_holder, old.seed) then
        raise exception 'what was fixed when ballot % opened does not change', old.id using errcode = 'restrict_violation';
    end if;
    if old.declared_at is not null or old.annulled_at is not null then
        raise exception 'ballot % has ended', old.id using errcode = 'restrict_violation';
    end if;
    if new.declared_at is not null and clock_timestamp() < new.closes_at then
        raise exception 'ballot % is still open', old.id using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger ballot_keeps_its_terms before update on ballot for each row execute function ballot_keeps_its_terms();

create table elector (
    tenant_id text    not null,
    ballot_id uuid    not null,
    voter     text    collate "C" not null,
    place     integer not null,
    kind      text    not null,
    name      text    not null,
    weights   jsonb   not null,
    holder    text,
    recused   boolean not null default false,
    interest  text,
    present   boolean not null default false,
    marked_by text,
    marked_at timestamptz,
    constraint pk_elector primary key (tenant_id, ballot_id, voter),
    constraint uq_elector_place unique (tenant_id, ballot_id, place),
    constraint fk_elector_ballot foreign key (tenant_id, ballot_id) references ballot (tenant_id, id),
    constraint ck_elector_kind check (kind in ('practice', 'pcn', 'seat')),
    constraint ck_elector_holder check ((kind = 'seat') = (holder is not null)),
    constraint ck_elector_interest check (recused = (interest is not null))
);
comment on table elector is
    'The electorate of a ballot, frozen when it opened, in the order that was hashed. A recusal or a presence is a mark, set later and seen by all.';
comment on column elector.holder is 'Of a seat: the subject of the person who held it at opening.';
call folkmoot.protect('elector');

create function elector_is_frozen() returns trigger language plpgsql as $$
begin
    if exists (select from ballot b where b.tenant_id = new.tenant_id and b.id = new.ballot_id
               and (b.opened_at is not null or b.annulled_at is not null)) then
        raise exception 'the electorate of ballot % is frozen', new.ballot_id using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger elector_is_frozen before insert on elector for each row execute function elector_is_frozen();

create table vote (
    tenant_id text        not null,
    ballot_id uuid        not null,
    voter     text        collate "C" not null,
    casting   boolean     not null,
    entry     bigint      not null,
    hash      bytea       not null,
    cast_at   timestamptz not null,
    cast_by   text        not null,
    via       text,
    sealed    bytea,
    request   text        not null,
    minute    timestamptz,
    replaced  integer     not null default 0,
    constraint pk_vote primary key (tenant_id, ballot_id, voter, casting),
    constraint fk_vote_ballot foreign key (tenant_id, ballot_id) references ballot (tenant_id, id)
) with (fillfactor = 70);
comment on table vote is
    'The current vote of each voter: which entry of the log it is. The log keeps all; what was chosen stands there, or sealed here for a secret ballot.';
comment on column vote.via is 'The elector who used the voter''s proxy; null when the voter''s own people voted.';
comment on column vote.sealed is 'Of a secret ballot: salt and choice, encrypted under the service''s key. Emptied by the declaration.';
comment on column vote.minute is 'When the first replacement of the latest minute came; null while the vote was never replaced.';
comment on column vote.replaced is 'How often the vote was replaced since then.';
call folkmoot.protect('vote');

create table proxy (
    tenant_id  text        not null,
    id         uuid        not null,
    group_id   uuid        not null,
    ballot_id  uuid,
    giver      text        collate "C" not null,
    receiver   text        collate "C" not null,
    from_day   date        not null,
    until_day  date        not null,
    given_by   text        not null,
    given_at   timestamptz not null,
    revoked_by text,
    revoked_at timestamptz,
    version    bigint      not null default 0,
    constraint pk_proxy primary key (tenant_id, id),
    constraint fk_proxy_group foreign key (tenant_id, group_id) references leadership_group (tenant_id, id),
    constraint ck_proxy_two_voters check (giver <> receiver),
    constraint ck_proxy_days check (from_day <= until_day),
    constraint ck_proxy_revoked check ((revoked_by is null) = (revoked_at is null))
);
create index ix_proxy_giver on proxy (tenant_id, group_id, giver);
create index ix_proxy_receiver on proxy (tenant_id, group_id, receiver);
comment on table proxy is
    'A voter''s power to another of the same electorate to vote for it: in one ballot, or in all of a group for a term.';
call folkmoot.protect('proxy');

create table proxy_use (
    tenant_id text        not null,
    proxy_id  uuid        not null,
    ballot_id uuid        not null,
    used_at   timestamptz not null,
    constraint pk_proxy_use primary key (tenant_id, proxy_id, ballot_id),
    constraint fk_proxy_use_proxy foreign key (tenant_id, proxy_id) references proxy (tenant_id, id)
);
comment on table proxy_use is 'The ballots in which a proxy was used: in these it can no longer be revoked.';
call folkmoot.protect('proxy_use');

create table checkpoint (
    tenant_id text        not null,
    ballot_id uuid        not null,
    number    bigint      not null,
    last      boolean     not null,
    statement text        not null,
    at        timestamptz not null,
    constraint pk_checkpoint primary key (tenant_id, ballot_id, number, last),
    constraint fk_checkpoint_ballot foreign key (tenant_id, ballot_id) references ballot (tenant_id, id)
);
comment on table checkpoint is 'The signed statements about a ballot''s log that were announced, as they were announced.';
call folkmoot.protect('checkpoint');

create table signing_key (
    tenant_id   text        not null,
    id          text        not null,
    public_key  bytea       not null,
    sealed      bytea       not null,
    made_at     timestamptz not null,
    constraint pk_signing_key primary key (tenant_id, id)
);
create unique index uq_signing_key_one on signing_key (tenant_id);
comment on table signing_key is
    'The Ed25519 key with which an ICS''s checkpoints are signed. The private half is encrypted under the installation''s key.';
call folkmoot.protect('signing_key');

grant select on ballot, elector, vote, proxy, proxy_use, checkpoint, signing_key to ${read};
grant select, insert, update on ballot, proxy to ${app};
grant select, insert on elector, checkpoint, signing_key to ${app};
grant update (recused, interest, present, marked_by, marked_at) on elector to ${app};
-- Only by cast_vote and unseal, which run with the owner's rights.
grant select on vote, proxy_use to ${app};

-- Whether a practice had closed, or moved to another ICS, by a moment. The day on which it closed was its last.
create function practice_has_left(p_tenant text, p_code text, p_moment timestamptz) returns boolean
    language sql stable
    return exists (
        select from practice p
        where p.tenant_id = p_tenant and p.code = p_code and p.status <> 'open'
          and case when p.closed_on is null then p.heard_at < p_moment
                   else p.closed_on < (p_moment at time zone 'Europe/London')::date end);
comment on function practice_has_left is 'Whether a practice had closed or moved away by then, as the registry last told it.';

-- Casts a vote: everything that must hold, the entry in the log and the current vote, in one statement and one round
-- trip. Answers why not, or 'cast' with the receipt.
--
-- The log's own lock is taken first. So what is checked holds until the entry stands, two who vote for one voter at the
-- same instant come one after the other, and closing the log waits for those who are in. Time is the database's, read
-- under the lock.
create function cast_vote(
        p_tenant text, p_ballot uuid, p_stream text, p_voter text, p_kinds text[], p_subject text, p_via text,
        p_casting boolean, p_payload text, p_sealed bytea, p_request text, p_replacements integer)
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
    the_minute   timestamptz;
    the_count    integer := 0;
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
        -- But not if it asks for something else: the first one's receipt would say that this had been cast. What is
        -- sealed is compared by the service, which alone can open it.
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
    if present_vote.entry is not null then
        the_minute := present_vote.minute;
        the_count := present_vote.replaced + 1;
        if the_minute is null or the_minute <= clock_timestamp() - interval '1 minute' then
            the_minute := clock_timestamp();
            the_count := 1;
        elsif the_count > p_replacements then
            -- Nothing is lost: the vote that stands goes on standing, and the number says after how many seconds another
            -- may take its place.
            answer := 'too-often';
            number := ceil(extract(epoch from the_minute + interval '1 minute' - clock_timestamp()));
            return next; return;
        end if;
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
    insert into vote (tenant_id, ballot_id, voter, casting, entry, hash, cast_at, cast_by, via, sealed, request,
            minute, replaced)
        values (p_tenant, p_ballot, p_voter, p_casting, number, hash, at, p_subject, p_via, p_sealed, p_request,
            the_minute, the_count)
        on conflict (tenant_id, ballot_id, voter, casting) do update
        set entry = excluded.entry, hash = excluded.hash, cast_at = excluded.cast_at, cast_by = excluded.cast_by,
            via = excluded.via, sealed = excluded.sealed, request = excluded.request,
            minute = excluded.minute, replaced = excluded.replaced;
    answer := 'cast'; sealed := p_sealed;
    return next;
end $$;
comment on function cast_vote is 'Casts a vote, or says why not: the only way into a ballot''s log.';

-- What the service calls: casts a vote and answers when it is on the disk, and not before. But the log is free for the next
-- vote as soon as this one is committed, so that votes on one ballot share a write to the disk as votes on many do.
--
-- In between others can see the vote. Whatever is committed upon that (a checkpoint, the closing, a declaration) brings the
-- vote to the disk with it, since the write-ahead log is written in order.
create procedure take_vote(
        p_tenant text, p_ballot uuid, p_stream text, p_voter text, p_kinds text[], p_subject text, p_via text,
        p_casting boolean, p_payload text, p_sealed bytea, p_request text, p_replacements integer,
        out answer text, out number bigint, out hash bytea, out at timestamptz, out sealed bytea)
    language plpgsql
as $$
begin
    perform set_config('synchronous_commit', 'off', true);
    select c.answer, c.number, c.hash, c.at, c.sealed into answer, number, hash, at, sealed
        from cast_vote(p_tenant, p_ballot, p_stream, p_voter, p_kinds, p_subject, p_via, p_casting, p_payload, p_sealed,
            p_request, p_replacements) c;
    if answer = 'cast' then
        commit;
        -- The commit of this message waits for the disk, or for whatever this database's commits wait for.
        perform pg_logical_emit_message(true, 'folkmoot.vote', ''::text);
    end if;
end $$;
comment on procedure take_vote is 'Casts a vote and waits until nothing can undo it. It commits, so it is called outside a transaction.';

-- Forgets the sealed choices of a ballot that was declared: what may be known of them stands in the file.
create function forget_sealed(p_ballot uuid) returns bigint
    language plpgsql volatile
    security definer
    set search_path = public, pg_catalog, pg_temp
as $$
declare
    forgotten bigint;
begin
    update vote v set sealed = null
        from ballot b
        where v.tenant_id = folkmoot.current_tenant() and v.ballot_id = p_ballot and v.sealed is not null
          and b.tenant_id = v.tenant_id and b.id = v.ballot_id and (b.declared_at is not null or b.annulled_at is not null);
    get diagnostics forgotten = row_count;
    return forgotten;
end $$;
comment on function forget_sealed is 'Destroys the sealed choices of a secret ballot that has ended.';

revoke all on function cast_vote, forget_sealed, practice_has_left from public;
revoke all on procedure take_vote from public;
grant execute on function cast_vote, forget_sealed, practice_has_left to ${app};
grant execute on procedure take_vote to ${app};
