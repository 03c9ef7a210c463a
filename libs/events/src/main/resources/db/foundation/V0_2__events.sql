-- Announcing and receiving events: the outbox and its relay, the inbox and the dead letters.
-- Roles: ${app} announces and receives; ${relay} carries to Kafka and tidies up; ${read} looks.

-- ------------------------------------------------------------------------------------------------ outbox

create table folkmoot.outbox (
    id            uuid        not null,
    aggregatetype text        not null,
    aggregateid   text        not null,
    type          text        not null,
    payload       jsonb       not null,
    tenant_id     text        not null,
    topic         text        not null,
    occurred_at   timestamptz not null default now(),
    created_on    date        not null default (clock_timestamp() at time zone 'UTC')::date,
    xid           xid8        not null default pg_current_xact_id(),
    seq           bigint      not null generated always as identity (cache 1),
    constraint pk_outbox primary key (tenant_id, created_on, id),
    constraint ck_outbox_topic_of_tenant check (
        topic ~ '^(ics\.[a-z0-9]+|platform)\.[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*\.v1$'
        and starts_with(topic, case tenant_id when 'platform' then 'platform.' else 'ics.' || tenant_id || '.' end)),
    constraint ck_outbox_type check (type ~ '^folkmoot(\.[a-z][a-z0-9-]*){3,}\.v1$'),
    constraint ck_outbox_aggregateid check (aggregateid <> '' and length(aggregateid) <= 200),
    constraint ck_outbox_payload check (jsonb_typeof(payload) = 'object' and length(payload::text) <= 200000)
) partition by range (created_on);

create table folkmoot.outbox_default partition of folkmoot.outbox default;
alter table folkmoot.outbox_default enable row level security;

create index ix_outbox_xid on folkmoot.outbox (xid, seq);
create index ix_outbox_seq on folkmoot.outbox (seq);

comment on table folkmoot.outbox is
    'Announcements, written in the transaction of the change that they announce; insert-only, one partition a day, laid out as Debezium''s outbox event router reads it.';
comment on column folkmoot.outbox.aggregateid is 'The aggregate; the Kafka key, by which order is kept.';
comment on column folkmoot.outbox.xid is 'The transaction that wrote the row: tells the relay what it has not yet seen.';
comment on column folkmoot.outbox.seq is 'Order within an aggregate, for it is drawn while the aggregate is held. Not an order of commits.';
comment on table folkmoot.outbox_default is
    'Takes announcements of a day that has no partition, so that an insert never fails for want of one.';

call folkmoot.protect('folkmoot.outbox');
-- The control plane and the national directory, which work as `platform`, announce to every ICS.
create policy platform_announces on folkmoot.outbox for insert to ${app}
    with check (folkmoot.current_tenant() = 'platform');
create policy relay_reads on folkmoot.outbox for select to ${relay} using (true);

-- ------------------------------------------------------------------------------------------------ relay

create table folkmoot.outbox_cursor (
    singleton boolean     not null default true,
    announced pg_snapshot not null default '1:1:',
    wave      pg_snapshot,
    wave_sent bigint,
    wave_last bigint,
    moved_at  timestamptz not null default now(),
    constraint pk_outbox_cursor primary key (singleton),
    constraint ck_outbox_cursor_singleton check (singleton),
    constraint ck_outbox_cursor_wave check (num_nulls(wave, wave_sent, wave_last) in (0, 3))
);
insert into folkmoot.outbox_cursor default values;

comment on table folkmoot.outbox_cursor is 'How far the relay has come: one row.';
comment on column folkmoot.outbox_cursor.announced is 'Every announcement visible in this snapshot is in Kafka, or in outbox_stalled.';
comment on column folkmoot.outbox_cursor.wave is
    'The snapshot being announced now: what it sees and `announced` does not, in the order of seq. Null between waves.';
comment on column folkmoot.outbox_cursor.wave_sent is 'Of the wave, every row up to this seq is in Kafka.';
comment on column folkmoot.outbox_cursor.wave_last is 'The highest seq of the wave.';

create table folkmoot.outbox_stalled (
    position   bigint      not null generated always as identity,
    tenant_id  text        not null,
    topic      text        not null,
    seq        bigint      not null,
    created_on date        not null,
    since      timestamptz not null default now(),
    constraint pk_outbox_stalled primary key (topic, position),
    constraint uq_outbox_stalled_seq unique (seq)
);
create index ix_outbox_stalled_created_on on folkmoot.outbox_stalled (created_on);
comment on table folkmoot.outbox_stalled is
    'Announcements set aside because Kafka refuses their topic, in the order in which they are due; sent before anything later of that topic.';
call folkmoot.protect('folkmoot.outbox_stalled');
-- The function below looks at it with the owner's rights.
create policy owner_looks on folkmoot.outbox_stalled for select to current_user using (true);
create policy relay_works on folkmoot.outbox_stalled for all to ${relay} using (true) with check (true);

grant insert on folkmoot.outbox to ${app};
grant select on folkmoot.outbox to ${relay};
grant select, update on folkmoot.outbox_cursor to ${relay};
grant select, insert, delete on folkmoot.outbox_stalled to ${relay};
grant select on folkmoot.outbox, folkmoot.outbox_cursor, folkmoot.outbox_stalled to ${read};

-- Makes the partitions of yesterday to a week ahead, and drops those older than the retention whose rows have
-- all been announced. `elsewhere`: another relay (Debezium) announces, so age alone decides. Runs with the
-- owner's rights, for only an owner may create and drop; answers how many partitions it dropped. Partitions are
-- read directly, not by way of their parent, whose row-level security binds its owner too.
create function folkmoot.outbox_upkeep(retention_days integer, elsewhere boolean default false)
    returns integer
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
    set lock_timeout = '2s'
as $$
declare
    today   date := (clock_timestamp() at time zone 'UTC')::date;
    seen    xid8;
    d       date;
    part    text;
    busy    boolean;
    dropped integer := 0;
begin
    if retention_days < 1 then
        raise exception 'retention of % days: at least one day is kept', retention_days;
    end if;
    for d in select generate_series(today - 1, today + 7, interval '1 day')::date loop
        part := 'outbox_' || to_char(d, 'YYYYMMDD');
        continue when to_regclass('folkmoot.' || part) is not null;
        -- A day that began in the default partition stays there: moving its rows would rewrite what is insert-only.
        select exists (select from folkmoot.outbox_default where created_on = d) into busy;
        continue when busy;
        -- Made aside and attached: attaching does not wait for those who are announcing.
        execute format('create table folkmoot.%I (like folkmoot.outbox including defaults including constraints)', part);
        execute format('alter table folkmoot.%I enable row level security', part);
        execute format('comment on table folkmoot.%I is %L', part, 'Announcements of ' || d);
        execute format('alter table folkmoot.outbox attach partition folkmoot.%I for values from (%L) to (%L)', part, d, d + 1);
    end loop;
    select pg_snapshot_xmin(announced) into seen from folkmoot.outbox_cursor;
    for part, d in
        select c.relname, to_date(substr(c.relname, 8), 'YYYYMMDD')
        from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = 'folkmoot.outbox'::regclass and c.relname ~ '^outbox_[0-9]{8}$'
        order by c.relname
    loop
        exit when d >= today - retention_days;
        if not elsewhere then
            execute format('select exists (select from folkmoot.%I where xid >= $1)', part) into busy using seen;
            continue when busy;
        end if;
        select exists (select from folkmoot.outbox_stalled where created_on = d) into busy;
        continue when busy;
        execute format('drop table folkmoot.%I', part);
        dropped := dropped + 1;
    end loop;
    delete from folkmoot.outbox_default
        where created_on < today - retention_days and (elsewhere or xid < seen)
          and created_on not in (select s.created_on from folkmoot.outbox_stalled s);
    return dropped;
end $$;

comment on function folkmoot.outbox_upkeep(integer, boolean) is
    'Makes the outbox''s partitions ahead and drops those past their retention; the relay calls it.';
revoke all on function folkmoot.outbox_upkeep(integer, boolean) from public;
grant execute on function folkmoot.outbox_upkeep(integer, boolean) to ${relay};
select folkmoot.outbox_upkeep(35);

-- ------------------------------------------------------------------------------------------------ receiving

create table folkmoot.inbox (
    tenant_id   text        not null,
    consumer    text        not null,
    event_id    uuid        not null,
    received_at timestamptz not null default now(),
    constraint pk_inbox primary key (tenant_id, consumer, event_id)
);
create index ix_inbox_received_at on folkmoot.inbox using brin (received_at);
comment on table folkmoot.inbox is
    'The events that a consumer has taken in: their effect is committed with this row, or they are in dead_letter. A second delivery finds its row and does nothing.';
call folkmoot.protect('folkmoot.inbox');
create policy relay_prunes on folkmoot.inbox for all to ${relay} using (true);

create table folkmoot.consumed (
    tenant_id       text        not null,
    consumer        text        not null,
    topic           text        not null,
    kafka_partition integer     not null,
    next_offset     bigint      not null,
    event_time      timestamptz,
    consumed_at     timestamptz not null default clock_timestamp(),
    constraint pk_consumed primary key (tenant_id, consumer, topic, kafka_partition)
) with (fillfactor = 50);
comment on table folkmoot.consumed is
    'How fresh a projection is: the next offset and the newest event''s time, moved in the transaction of the effect.';
call folkmoot.protect('folkmoot.consumed');

create table folkmoot.dead_letter (
    tenant_id       text        not null,
    id              uuid        not null,
    position        bigint      not null generated always as identity,
    consumer        text        not null,
    event_id        uuid,
    aggregate       text,
    topic           text        not null,
    kafka_partition integer     not null,
    kafka_offset    bigint      not null,
    error           text        not null,
    error_at        text,
    state           text        not null,
    set_aside_at    timestamptz not null default now(),
    settled_at      timestamptz,
    constraint pk_dead_letter primary key (tenant_id, id),
    constraint uq_dead_letter_offset unique (tenant_id, consumer, topic, kafka_partition, kafka_offset),
    constraint uq_dead_letter_event unique (tenant_id, consumer, event_id),
    constraint ck_dead_letter_state check (state in ('parked', 'waiting', 'replayed', 'discarded')),
    constraint ck_dead_letter_settled check ((settled_at is null) = (state in ('parked', 'waiting')))
);
create index ix_dead_letter_open on folkmoot.dead_letter (tenant_id, consumer, topic, aggregate, position)
    where state in ('parked', 'waiting');
create index ix_dead_letter_position on folkmoot.dead_letter (tenant_id, position);
comment on table folkmoot.dead_letter is
    'Events that a consumer set aside: parked (it failed), waiting (it is behind a parked one of its aggregate), replayed, discarded. A reference, never the event''s data. Who replayed or discarded one, and why, is in the ledger, stream audit/dead-letter/<id>.';
comment on column folkmoot.dead_letter.error is 'The class of the failure; never its message, which might quote the event.';
comment on column folkmoot.dead_letter.error_at is 'Where in the code it failed.';
call folkmoot.protect('folkmoot.dead_letter');

grant select, insert on folkmoot.inbox to ${app};
grant select, delete on folkmoot.inbox to ${relay};
grant select, insert, update on folkmoot.consumed to ${app};
grant select, insert, update on folkmoot.dead_letter to ${app};
grant select on folkmoot.inbox, folkmoot.consumed, folkmoot.dead_letter to ${read};

-- Those who take in an aggregate's events share this lock; who replays its dead letters holds it alone. So no event
-- slips in between the last letter's replay and the next delivery.
create function folkmoot.aggregate_lock(consumer text, topic text, aggregate text) returns bigint
    language sql immutable parallel safe
    return hashtextextended(consumer || ' ' || topic || ' ' || aggregate, 2);
comment on function folkmoot.aggregate_lock(text, text, text) is
    'The advisory lock of one aggregate for one consumer.';

-- All that precedes an effect, in one round trip. Answers 'new' (go on), 'seen' (it had its effect, or is set aside)
-- or 'waiting' (set aside now, for an earlier event of its aggregate is). Under the tenant of the transaction.
create function folkmoot.receive(
        p_consumer text, p_event uuid, p_letter uuid, p_topic text, p_partition integer, p_offset bigint,
        p_aggregate text, p_time timestamptz)
    returns text
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    if p_aggregate is not null then
        perform pg_advisory_xact_lock_shared(folkmoot.aggregate_lock(p_consumer, p_topic, p_aggregate));
    end if;
    insert into folkmoot.consumed as c (tenant_id, consumer, topic, kafka_partition, next_offset, event_time)
        values (folkmoot.current_tenant(), p_consumer, p_topic, p_partition, p_offset + 1, p_time)
        on conflict (tenant_id, consumer, topic, kafka_partition) do update
        set next_offset = greatest(c.next_offset, excluded.next_offset),
            event_time = greatest(c.event_time, excluded.event_time),
            consumed_at = excluded.consumed_at;
    if p_event is not null then
        insert into folkmoot.inbox (tenant_id, consumer, event_id)
            values (folkmoot.current_tenant(), p_consumer, p_event)
            on conflict do nothing;
        if not found then
            return 'seen';
        end if;
    end if;
    if exists (select from folkmoot.dead_letter
               where tenant_id = folkmoot.current_tenant() and consumer = p_consumer
                 and topic = p_topic and kafka_partition = p_partition and kafka_offset = p_offset) then
        return 'seen';
    end if;
    if exists (select from folkmoot.dead_letter
               where tenant_id = folkmoot.current_tenant() and consumer = p_consumer and topic = p_topic
                 and aggregate = p_aggregate and state in ('parked', 'waiting')) then
        insert into folkmoot.dead_letter (tenant_id, id, consumer, event_id, aggregate, topic,
                kafka_partition, kafka_offset, error, state)
            values (folkmoot.current_tenant(), p_letter, p_consumer, p_event, p_aggregate, p_topic,
                p_partition, p_offset, 'earlier-event-parked', 'waiting')
            on conflict do nothing;
        return 'waiting';
    end if;
    return 'new';
end $$;
comment on function folkmoot.receive(text, uuid, uuid, text, integer, bigint, text, timestamptz) is
    'Takes an event in, once: offset, inbox, and whether its aggregate waits.';
revoke all on function folkmoot.receive(text, uuid, uuid, text, integer, bigint, text, timestamptz) from public;
grant execute on function folkmoot.receive(text, uuid, uuid, text, integer, bigint, text, timestamptz) to ${app};
