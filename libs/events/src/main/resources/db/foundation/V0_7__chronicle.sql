-- What is written down and announced in one statement with the change itself.

create function folkmoot.chronicle(pages jsonb) returns void
    language plpgsql
as $$
declare
    act jsonb;
begin
    for act in select value from jsonb_array_elements(pages -> 'acts') with ordinality order by ordinality loop
        perform folkmoot.ledger_append(act ->> 'stream', act ->> 'actor', act ->> 'kind', act ->> 'payload');
    end loop;
    insert into folkmoot.outbox
        (id, aggregatetype, aggregateid, type, payload, tenant_id, topic, occurred_at, traceparent)
    select e.id, e.aggregatetype, e.aggregateid, e.type, e.payload, e.tenant_id, e.topic, e.occurred_at, e.traceparent
    from jsonb_to_recordset(pages -> 'events') e (
        id uuid, aggregatetype text, aggregateid text, type text, payload jsonb, tenant_id text, topic text,
        occurred_at timestamptz, traceparent text);
end
$$;

comment on function folkmoot.chronicle is
    'Appends acts to the ledger and writes announcements into the outbox, both in their order, in the caller''s transaction. Called last, since streams of the ledger stay locked until it ends.';

revoke all on function folkmoot.chronicle from public;
grant execute on function folkmoot.chronicle to ${app};
