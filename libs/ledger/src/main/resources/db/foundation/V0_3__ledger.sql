-- The ledger: append-only, hash-chained logs, one chain per stream of a tenant.
--
-- An entry's hash is the SHA-256 of these parts, in this order, each preceded by its length in bytes as a four-byte
-- big-endian integer, so that no two different entries have the same encoding:
--
--   'folkmoot.ledger.entry.v1'   what is hashed, in UTF-8, like every text below
--   tenant_id
--   stream
--   number                       eight bytes, big-endian
--   at                           microseconds since 1970-01-01T00:00:00Z, eight bytes, big-endian
--   actor
--   kind
--   payload                      the text as stored, never rendered anew
--   previous                     the hash of entry number - 1; 32 zero bytes for entry 1
--
-- The same encoding stands in the Java class org.folkmoot.ledger.LedgerEntry; a test holds the two together.

create table folkmoot.ledger_head (
    tenant_id text        not null,
    stream    text        not null,
    number    bigint      not null,
    at        timestamptz not null,
    previous  bytea       not null,
    hash      bytea       not null,
    closed    boolean     not null default false,
    constraint pk_ledger_head primary key (tenant_id, stream)
) with (fillfactor = 50); -- room on the page, so that moving a head never touches the index

comment on table folkmoot.ledger_head is 'Number, time and hash of the newest entry of every stream, and whether another may follow.';

create table folkmoot.ledger_entry (
    tenant_id text        not null,
    stream    text        not null,
    number    bigint      not null,
    at        timestamptz not null,
    actor     text        not null,
    kind      text        not null,
    payload   text        not null,
    previous  bytea       not null,
    hash      bytea       not null,
    constraint pk_ledger_entry primary key (tenant_id, stream, number),
    constraint ck_ledger_entry_stream check (stream <> ''),
    constraint ck_ledger_entry_number check (number >= 1),
    constraint ck_ledger_entry_actor check (actor <> ''),
    constraint ck_ledger_entry_kind check (kind <> ''),
    -- Two keys of one name would let two readers of the same bytes see different things.
    constraint ck_ledger_entry_payload check (payload is json object with unique keys),
    constraint ck_ledger_entry_previous check (octet_length(previous) = 32),
    constraint ck_ledger_entry_hash check (octet_length(hash) = 32)
);

comment on table folkmoot.ledger_entry is
    'Append-only, hash-chained entries. Nobody updates or deletes one, so nothing personal belongs in the payload.';
comment on column folkmoot.ledger_entry.at is 'Time of the database while the head was locked; never before the entry before.';
comment on column folkmoot.ledger_entry.payload is 'A JSON object, kept as text because these very characters are hashed.';

call folkmoot.protect('folkmoot.ledger_head');
call folkmoot.protect('folkmoot.ledger_entry');

-- A mistake in a migration or a session of the owner meets this; a person with the owner's rights can still disable it,
-- which is why the chain, its checkpoints and its receipts exist.
create function folkmoot.ledger_refuse() returns trigger
    language plpgsql
as $$
begin
    raise exception '% refused: folkmoot.ledger_entry is append-only', tg_op using errcode = 'restrict_violation';
end
$$;

create trigger ledger_entry_append_only
    before update or delete or truncate on folkmoot.ledger_entry
    for each statement execute function folkmoot.ledger_refuse();

create function folkmoot.ledger_part(part bytea) returns bytea
    language sql immutable strict parallel safe
    return int4send(octet_length(part)) || part;

create function folkmoot.ledger_part(part text) returns bytea
    language sql stable strict parallel safe
    return int4send(octet_length(convert_to(part, 'UTF8'))) || convert_to(part, 'UTF8');

create function folkmoot.ledger_hash(
    tenant_id text, stream text, number bigint, at timestamptz, actor text, kind text, payload text, previous bytea)
    returns bytea
    language sql stable strict parallel safe
    return sha256(
        folkmoot.ledger_part('folkmoot.ledger.entry.v1'::text)
        || folkmoot.ledger_part(tenant_id)
        || folkmoot.ledger_part(stream)
        || folkmoot.ledger_part(int8send(number))
        || folkmoot.ledger_part(int8send((extract(epoch from at) * 1000000)::bigint))
        || folkmoot.ledger_part(actor)
        || folkmoot.ledger_part(kind)
        || folkmoot.ledger_part(payload)
        || folkmoot.ledger_part(previous));

comment on function folkmoot.ledger_hash is 'The hash that an entry of these values has.';

-- Appends to a stream of the current tenant, inside the caller's transaction. The stream stays locked until that ends, so
-- appends to one stream queue behind each other while other streams go on: a transaction appends late, and one that
-- appends to several streams does so in alphabetical order. Called in a statement of its own or in a CTE together with
-- the row that the entry is about; a CTE is only run when something reads from it.
create function folkmoot.ledger_append(stream text, actor text, kind text, payload text)
    returns table (tenant_id text, number bigint, at timestamptz, hash bytea)
    language plpgsql volatile
    security definer -- the application may add entries this way and in no other
    set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
    tenant constant text := folkmoot.current_tenant();
    previous bytea;
begin
    if tenant is null then
        raise exception 'ledger_append without a tenant' using errcode = 'insufficient_privilege';
    end if;
    -- The head's row lock alone would keep the order, too. But those who wait for a row then follow all the versions that
    -- it has had since, which doubled the processor time of sixteen writers; this queue wakes the next one only.
    perform pg_advisory_xact_lock(hashtextextended(ledger_append.stream, hashtextextended(tenant, 0)));
    loop
        update folkmoot.ledger_head h set (number, at, previous, hash) = (
            select h.number + 1, now.at, h.hash, folkmoot.ledger_hash(
                    h.tenant_id, h.stream, h.number + 1, now.at,
                    ledger_append.actor, ledger_append.kind, ledger_append.payload, h.hash)
            from (select greatest(clock_timestamp(), h.at) as at offset 0) now) -- offset: one time for column and hash
        where h.tenant_id = tenant and h.stream = ledger_append.stream and not h.closed
        returning h.tenant_id, h.number, h.at, h.previous, h.hash
        into ledger_append.tenant_id, ledger_append.number, ledger_append.at, previous, ledger_append.hash;
        exit when found;
        insert into folkmoot.ledger_head (tenant_id, stream, number, at, previous, hash)
            values (tenant, ledger_append.stream, 0, '-infinity', '', decode(repeat('00', 32), 'hex'))
            on conflict do nothing;
        if not found then
            raise exception 'stream % is closed', ledger_append.stream using errcode = 'object_not_in_prerequisite_state';
        end if;
    end loop;
    insert into folkmoot.ledger_entry (tenant_id, stream, number, at, actor, kind, payload, previous, hash)
        values (ledger_append.tenant_id, ledger_append.stream, ledger_append.number, ledger_append.at,
                ledger_append.actor, ledger_append.kind, ledger_append.payload, previous, ledger_append.hash);
    return next;
end
$$;

comment on function folkmoot.ledger_append is 'Appends one entry to a stream of the current tenant.';

-- Closes a stream inside the caller's transaction and returns its last entry: whoever waits for the stream is refused.
create function folkmoot.ledger_close(stream text)
    returns table (tenant_id text, number bigint, at timestamptz, hash bytea)
    language plpgsql volatile
    security definer
    set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
    tenant constant text := folkmoot.current_tenant();
begin
    perform pg_advisory_xact_lock(hashtextextended(ledger_close.stream, hashtextextended(tenant, 0)));
    return query update folkmoot.ledger_head h set closed = true
        where h.tenant_id = tenant and h.stream = ledger_close.stream
        returning h.tenant_id, h.number, h.at, h.hash;
    if not found then
        raise exception 'stream % has no entry', ledger_close.stream using errcode = 'no_data_found';
    end if;
end
$$;

comment on function folkmoot.ledger_close is 'Ends a stream of the current tenant: nothing can be appended to it any more.';

revoke all on function folkmoot.ledger_append, folkmoot.ledger_close from public;
grant execute on function folkmoot.ledger_append, folkmoot.ledger_close to ${app};
grant select on folkmoot.ledger_head, folkmoot.ledger_entry to ${app}, ${read};
