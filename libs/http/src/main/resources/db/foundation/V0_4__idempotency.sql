-- Answers to creates, kept for a day, so that a repetition gets the first answer instead of a second thing.
--
-- A row is written in the transaction of the create itself. There is therefore no row "in progress" that a crash could
-- leave behind: what is in progress holds an advisory lock that ends with its transaction, and what was answered has
-- its row. Neither an effect without its answer nor an answer without its effect can exist.

create table folkmoot.idempotency (
    tenant_id       text        not null,
    subject         text        not null,
    operation       text        not null,
    idempotency_key text        not null,
    fingerprint     text        not null,
    status          smallint    not null,
    headers         jsonb       not null,
    body            text        not null,
    answered_at     timestamptz not null default now(),
    constraint pk_idempotency primary key (tenant_id, subject, operation, idempotency_key),
    constraint ck_idempotency_key check (idempotency_key ~ '^[!-~]{1,255}$'),
    constraint ck_idempotency_fingerprint check (fingerprint ~ '^[0-9a-f]{64}$'),
    constraint ck_idempotency_status check (status between 200 and 499)
);

comment on table folkmoot.idempotency is
    'Answers to creates by caller, method with path, and Idempotency-Key. Older than a day: as if not there, and pruned.';

create index ix_idempotency_answered_at on folkmoot.idempotency (tenant_id, answered_at);

call folkmoot.protect('folkmoot.idempotency');
grant select, insert, delete on folkmoot.idempotency to ${app};

-- One round trip before the work. Each statement of the function sees what was committed before that statement, so
-- whoever gets the lock also sees the row of the one who had it before.
create function folkmoot.idempotency_claim(
    caller text, called text, given_key text, given_fingerprint text, lifetime interval, abandoned_after interval)
    returns table (verdict text, status smallint, headers jsonb, body text)
    language plpgsql as $$
declare
    earlier folkmoot.idempotency;
begin
    if not pg_try_advisory_xact_lock(hashtextextended(
            concat_ws(e'\n', 'idempotency', folkmoot.current_tenant(), caller, called, given_key), 0)) then
        return query select 'in-progress', null::smallint, null::jsonb, null::text;
        return;
    end if;

    -- A caller that vanishes without closing its connection must not hold the key for ever.
    perform set_config('idle_in_transaction_session_timeout',
                       (extract(epoch from abandoned_after) * 1000)::bigint::text, true);

    select * into earlier
      from folkmoot.idempotency i
     where i.tenant_id = folkmoot.current_tenant()
       and i.subject = caller and i.operation = called and i.idempotency_key = given_key;
    if not found then
        return query select 'new', null::smallint, null::jsonb, null::text;
    elsif earlier.answered_at < now() - lifetime then
        delete from folkmoot.idempotency i
         where i.tenant_id = folkmoot.current_tenant()
           and i.subject = caller and i.operation = called and i.idempotency_key = given_key;
        return query select 'new', null::smallint, null::jsonb, null::text;
    elsif earlier.fingerprint <> given_fingerprint then
        return query select 'other-request', null::smallint, null::jsonb, null::text;
    else
        return query select 'answered', earlier.status, earlier.headers, earlier.body;
    end if;
end $$;

comment on function folkmoot.idempotency_claim(text, text, text, text, interval, interval) is
    'Says whether a create is new, was answered (and how), was another request, or is being worked on at this moment.';

revoke all on function folkmoot.idempotency_claim(text, text, text, text, interval, interval) from public;
grant execute on function folkmoot.idempotency_claim(text, text, text, text, interval, interval) to ${app};
