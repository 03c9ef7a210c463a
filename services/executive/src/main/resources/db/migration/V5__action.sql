-- Actions: what one person does by a day.

create table action (
    tenant_id     text        not null,
    id            uuid        not null,
    group_id      uuid        not null,
    series_id     uuid,
    decision_id   uuid,
    meeting_id    uuid,
    title         text        not null,
    words         text        not null,
    owner         text        not null,
    owner_name    text        not null,
    organisation  text,
    due           date        not null,
    steps         jsonb       not null,
    blocked_by    uuid,
    state         text        not null,
    assigned_by   text        not null,
    assigned_name text        not null,
    assigned_at   timestamptz not null,
    ended_at      timestamptz,
    ended_name    text,
    ended_how     text,
    version       bigint      not null default 0,
    constraint pk_action primary key (tenant_id, id),
    constraint fk_action_series foreign key (tenant_id, series_id) references meeting_series (tenant_id, id),
    constraint fk_action_decision foreign key (tenant_id, decision_id) references decision (tenant_id, id),
    constraint fk_action_meeting foreign key (tenant_id, meeting_id) references meeting (tenant_id, id),
    constraint fk_action_blocked_by foreign key (tenant_id, blocked_by) references action (tenant_id, id),
    constraint ck_action_state check (state in ('open', 'in-hand', 'done', 'dropped')),
    constraint ck_action_source check (num_nonnulls(decision_id, meeting_id) = 1),
    constraint ck_action_blocked_by check (blocked_by <> id),
    constraint ck_action_ended check (
        num_nulls(ended_at, ended_name, ended_how) = case when state in ('done', 'dropped') then 0 else 3 end)
);
create index ix_action_due on action (tenant_id, group_id, due, id) where state in ('open', 'in-hand');
create index ix_action_owner on action (tenant_id, owner, due, id);
create index ix_action_group on action (tenant_id, group_id, due, id);
create index ix_action_blocked_by on action (tenant_id, blocked_by) where blocked_by is not null;
comment on table action is
    'What one person does by a day, and from which decision or meeting it comes. Whether it is overdue is derived from the clock.';
comment on column action.series_id is 'The meetings at which it is a matter arising; null: those of the executive.';
comment on column action.ended_how is 'The evidence that it is done, or why it was dropped.';
call folkmoot.protect('action');

grant select, insert, update on action to ${app};
grant select on action to ${read};
