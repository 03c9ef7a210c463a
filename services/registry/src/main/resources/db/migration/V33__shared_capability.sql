-- What practices share: people, back office, premises and what goes with them.

create table shared_capability (
    tenant_id        text        not null,
    id               uuid        not null,
    kind             text        not null,
    title            text        not null,
    account          text        not null,
    practices        text[]      not null,
    provider         text        collate "C",
    rotation_role    text,
    rotation_wte     numeric,
    rotation_between text[],
    lease_premises   text,
    lease_holder     text        collate "C",
    lease_ends_on    date,
    from_day         date        not null,
    until_day        date,
    ended_why        text,
    recorded_by      text        not null,
    recorded_name    text        not null,
    recorded_at      timestamptz not null,
    version          bigint      not null default 0,
    constraint pk_shared_capability primary key (tenant_id, id),
    constraint ck_shared_capability_kind check (kind in (
        'workforce', 'back-office', 'estates', 'it', 'hr', 'finance', 'new-income', 'rotation', 'premises')),
    constraint ck_shared_capability_rotation check (
        (kind = 'rotation') = (rotation_role is not null and rotation_wte is not null and rotation_between is not null)),
    constraint ck_shared_capability_lease check (
        (kind = 'premises') = (lease_premises is not null and lease_holder is not null)),
    constraint ck_shared_capability_days check (from_day <= until_day),
    constraint ck_shared_capability_ended check ((until_day is null) = (ended_why is null))
);
comment on table shared_capability is
    'What practices share from a day on. It is ended, with the reason, and never taken out; no person is named.';
comment on column shared_capability.rotation_wte is 'Whole-time equivalents, with at most two decimals.';
comment on column shared_capability.rotation_between is 'The sectors between which the staff rotate.';
comment on column shared_capability.lease_holder is 'Who carries the lease: an ODS code or the id of a body.';
comment on column shared_capability.until_day is 'Its last day; null while it lasts.';
call folkmoot.protect('shared_capability');

grant select, insert, update on shared_capability to ${app};
grant select on shared_capability to ${read};
