-- Priorities: what general practice sets out to reach, and the ballot that adopted each.

create table motion_ballot (
    tenant_id   text        not null,
    ballot_id   uuid        not null,
    motion_id   uuid        not null,
    group_id    uuid        not null,
    outcome     text        not null,
    declared_at timestamptz not null,
    constraint pk_motion_ballot primary key (tenant_id, ballot_id)
);
create index ix_motion_ballot_motion on motion_ballot (tenant_id, motion_id);
comment on table motion_ballot is 'What came of motions: the ballots that mandate declared. Rows are facts, each with its key.';
call folkmoot.protect('motion_ballot');

create table priority (
    tenant_id     text        not null,
    id            uuid        not null,
    group_id      uuid        not null,
    aim           text        not null,
    title         text        not null,
    words         text        not null,
    measures      jsonb       not null,
    position      text        not null,
    proposed_for  text        not null,
    proposed_by   text        not null,
    proposed_name text        not null,
    proposed_at   timestamptz not null,
    shaped_name   text,
    shaped_at     timestamptz,
    motion_id     uuid,
    ballot_id     uuid,
    adopted_at    timestamptz,
    begun_at      timestamptz,
    ended_at      timestamptz,
    ended_name    text,
    ended_how     text,
    version       bigint      not null default 0,
    constraint pk_priority primary key (tenant_id, id),
    constraint ck_priority_aim check (aim in ('access', 'continuity', 'prevention-and-inequality', 'resilience')),
    constraint ck_priority_position check (position in ('proposed', 'shaped', 'adopted', 'in-progress', 'met', 'retired')),
    constraint ck_priority_shaped check (num_nulls(shaped_name, shaped_at) in (0, 2)
        and (shaped_at is not null or (motion_id is null and position in ('proposed', 'retired')))),
    constraint ck_priority_adopted check (num_nulls(ballot_id, adopted_at) in (0, 2)
        and (ballot_id is null or (motion_id is not null and position not in ('proposed', 'shaped')))
        and (ballot_id is not null or position not in ('adopted', 'in-progress', 'met'))),
    constraint ck_priority_begun check ((begun_at is null or ballot_id is not null)
        and (begun_at is not null or position not in ('in-progress', 'met'))),
    constraint ck_priority_ended check (
        num_nulls(ended_at, ended_name, ended_how) = case when position in ('met', 'retired') then 0 else 3 end)
);
create index ix_priority_group on priority (tenant_id, group_id, id desc);
create index ix_priority_motion on priority (tenant_id, motion_id) where motion_id is not null;
comment on table priority is
    'What general practice sets out to reach: proposed by practices, shaped by the executive, adopted by a ballot of the group.';
comment on column priority.proposed_for is 'The practice or network that proposed it.';
comment on column priority.motion_id is 'The motion that puts it to the group; once its ballot is declared as carried, the priority is adopted.';
comment on column priority.ended_how is 'What shows that it was met, or why it was retired.';
call folkmoot.protect('priority');

-- An action may come from a priority.
alter table action add column priority_id uuid;
alter table action add constraint fk_action_priority foreign key (tenant_id, priority_id) references priority (tenant_id, id);
alter table action drop constraint ck_action_source;
alter table action add constraint ck_action_source check (
    num_nonnulls(decision_id, meeting_id, enquiry_id, priority_id) = 1);

grant select, insert, update on motion_ballot, priority to ${app};
grant select on motion_ballot, priority to ${read};
