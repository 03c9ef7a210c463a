-- Decisions: announced ahead, taken or refused, and who agreed to them before.

create table planned_decision (
    tenant_id      text        not null,
    id             uuid        not null,
    group_id       uuid        not null,
    title          text        not null,
    words          text        not null,
    decide_on      date        not null,
    announced_by   text        not null,
    announced_name text        not null,
    announced_at   timestamptz not null,
    decision_id    uuid,
    withdrawn_at   timestamptz,
    withdrawn_why  text,
    version        bigint      not null default 0,
    constraint pk_planned_decision primary key (tenant_id, id),
    constraint uq_planned_decision_decision unique (tenant_id, decision_id),
    constraint ck_planned_decision_withdrawn check ((withdrawn_at is null) = (withdrawn_why is null)),
    constraint ck_planned_decision_ended check (decision_id is null or withdrawn_at is null)
);
create index ix_planned_decision_group on planned_decision (tenant_id, group_id, id desc);
comment on table planned_decision is 'The forward plan: decisions that were announced ahead, and what was decided then.';
call folkmoot.protect('planned_decision');

create table decision (
    tenant_id     text        not null,
    id            uuid        not null,
    group_id      uuid        not null,
    title         text        not null,
    words         text        not null,
    reason        text        not null,
    options       jsonb       not null,
    consultation  text,
    power_id      uuid        not null,
    subject       text        not null,
    matters       jsonb       not null,
    money         numeric(14, 2),
    months        integer,
    planned_id    uuid,
    meeting_id    uuid,
    deadline      timestamptz,
    proposed_by   text        not null,
    proposed_name text        not null,
    proposed_at   timestamptz not null,
    state         text        not null,
    settled_by    text,
    settled_name  text,
    settled_at    timestamptz,
    powers_as_at  timestamptz,
    power_version integer,
    unmet         jsonb,
    escalation_id uuid,
    withdrawn_why text,
    version       bigint      not null default 0,
    constraint pk_decision primary key (tenant_id, id),
    constraint fk_decision_planned foreign key (tenant_id, planned_id) references planned_decision (tenant_id, id),
    constraint fk_decision_meeting foreign key (tenant_id, meeting_id) references meeting (tenant_id, id),
    constraint fk_decision_escalation foreign key (tenant_id, escalation_id) references agenda_item (tenant_id, id),
    constraint ck_decision_state check (state in ('proposed', 'taken', 'refused', 'withdrawn')),
    constraint ck_decision_money check (money >= 0),
    constraint ck_decision_deadline check (deadline is null or meeting_id is null),
    constraint ck_decision_settled check (
        num_nulls(settled_by, settled_name, settled_at) = case state when 'proposed' then 3 else 0 end),
    constraint ck_decision_taken check ((state = 'taken') = (power_version is not null)),
    constraint ck_decision_refused check ((state = 'refused') = (unmet is not null)
        and (state = 'refused') = (escalation_id is not null)),
    constraint ck_decision_checked check ((state in ('taken', 'refused')) = (powers_as_at is not null)),
    constraint ck_decision_withdrawn check ((state = 'withdrawn') = (withdrawn_why is not null))
);
create index ix_decision_group on decision (tenant_id, group_id, id desc);
create index ix_decision_power on decision (tenant_id, power_id) include (settled_at, money) where state = 'taken';
comment on table decision is
    'What was decided, why, and the power that it cites. Whether one that was taken stands is derived from what is known of that power.';
comment on column decision.power_id is 'As it was cited: of a refused one there need not be such a power.';
comment on column decision.powers_as_at is 'Until when everything that was announced about powers was known to the check.';
comment on column decision.unmet is 'The conditions that were not met when it was refused.';
call folkmoot.protect('decision');

create table decision_agreement (
    tenant_id   text        not null,
    decision_id uuid        not null,
    subject     text        not null,
    name        text        not null,
    agreed_at   timestamptz not null,
    constraint pk_decision_agreement primary key (tenant_id, decision_id, subject),
    constraint fk_decision_agreement_decision foreign key (tenant_id, decision_id) references decision (tenant_id, id)
);
comment on table decision_agreement is 'Who agreed to a decision that was proposed between meetings.';
call folkmoot.protect('decision_agreement');

grant select, insert, update on planned_decision, decision to ${app};
grant select, insert on decision_agreement to ${app};
grant select on planned_decision, decision, decision_agreement to ${read};
