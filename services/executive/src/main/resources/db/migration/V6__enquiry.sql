-- Enquiries: what system partners ask of general practice, what practices said to it, and the answer.

create table enquiry (
    tenant_id         text        not null,
    id                uuid        not null,
    group_id          uuid,
    organisation      text        not null,
    reference         text,
    event_id          uuid,
    subject           text        not null,
    words             text        not null,
    contact           text,
    received_by       text,
    received_name     text,
    received_at       timestamptz not null,
    agreed_days       integer     not null,
    state             text        not null,
    acknowledged_name text,
    acknowledged_at   timestamptz,
    assignee          text,
    assignee_name     text,
    assigned_at       timestamptz,
    answer            text,
    answered_name     text,
    answered_at       timestamptz,
    closed_how        text,
    closed_why        text,
    closed_name       text,
    closed_at         timestamptz,
    version           bigint      not null default 0,
    constraint pk_enquiry primary key (tenant_id, id),
    constraint uq_enquiry_reference unique (tenant_id, organisation, reference),
    constraint uq_enquiry_event unique (tenant_id, event_id),
    constraint ck_enquiry_state check (
        state in ('received', 'acknowledged', 'assigned', 'awaiting-enquirer', 'answered', 'closed')),
    constraint ck_enquiry_received check (
        num_nonnulls(event_id, received_by) = 1 and num_nulls(received_by, received_name) in (0, 2)),
    constraint ck_enquiry_agreed_days check (agreed_days between 1 and 60),
    constraint ck_enquiry_acknowledged check (num_nulls(acknowledged_name, acknowledged_at) in (0, 2)
        and (acknowledged_at is not null or state in ('received', 'closed'))),
    constraint ck_enquiry_assigned check (num_nulls(assignee, assignee_name, assigned_at) in (0, 3)
        and (assigned_at is null or (group_id is not null and acknowledged_at is not null))
        and (assigned_at is not null or state in ('received', 'acknowledged', 'closed'))),
    constraint ck_enquiry_answered check (num_nulls(answer, answered_name, answered_at) in (0, 3)
        and (answered_at is null or state in ('answered', 'closed')) and (answered_at is not null or state <> 'answered')),
    constraint ck_enquiry_closed check (
        num_nulls(closed_how, closed_name, closed_at) = case state when 'closed' then 0 else 3 end),
    constraint ck_enquiry_closed_how check (closed_how in ('answered', 'withdrawn', 'not-for-us', 'duplicate')
        and (closed_how = 'answered') = (answered_at is not null) and (closed_how = 'answered') = (closed_why is null))
);
create index ix_enquiry_organisation on enquiry (tenant_id, organisation, id desc);
create index ix_enquiry_open on enquiry (tenant_id, id) where state not in ('answered', 'closed');
comment on table enquiry is
    'What a system partner asks of general practice. When it has to be acknowledged and answered, and whether it was in time, is derived from the clock and the working days of England.';
comment on column enquiry.organisation is 'Who asks: an ODS code. Only its own people see it besides those who deal with it.';
comment on column enquiry.reference is 'The enquirer''s own name for it; of one that came over Kafka the key.';
comment on column enquiry.event_id is 'The event by which it came; null: a person wrote it down.';
comment on column enquiry.agreed_days is 'In how many working days it is to be answered, pauses not counted.';
call folkmoot.protect('enquiry');

create table enquiry_pause (
    tenant_id  text        not null,
    enquiry_id uuid        not null,
    number     integer     not null,
    reason     text        not null,
    words      text        not null,
    started_at timestamptz not null,
    reply      text,
    ended_at   timestamptz,
    constraint pk_enquiry_pause primary key (tenant_id, enquiry_id, number),
    constraint fk_enquiry_pause_enquiry foreign key (tenant_id, enquiry_id) references enquiry (tenant_id, id),
    constraint ck_enquiry_pause_reason check (
        reason in ('more-information-needed', 'enquirer-unavailable', 'enquirer-agreed')),
    constraint ck_enquiry_pause_ended check (ended_at >= started_at and (ended_at is not null or reply is null))
);
create unique index uq_enquiry_pause_open on enquiry_pause (tenant_id, enquiry_id) where ended_at is null;
comment on table enquiry_pause is 'While an enquiry waits for its enquirer, its clock stands still.';
comment on column enquiry_pause.words is 'What the enquirer was asked or told.';
call folkmoot.protect('enquiry_pause');

create table enquiry_ask (
    tenant_id     text        not null,
    id            uuid        not null,
    enquiry_id    uuid        not null,
    practice      text        not null,
    words         text        not null,
    due           date        not null,
    asked_name    text        not null,
    asked_at      timestamptz not null,
    answer        text,
    answered_by   text,
    answered_name text,
    answered_at   timestamptz,
    version       bigint      not null default 0,
    constraint pk_enquiry_ask primary key (tenant_id, id),
    constraint fk_enquiry_ask_enquiry foreign key (tenant_id, enquiry_id) references enquiry (tenant_id, id),
    constraint ck_enquiry_ask_answered check (num_nulls(answer, answered_by, answered_name, answered_at) in (0, 4))
);
create index ix_enquiry_ask_enquiry on enquiry_ask (tenant_id, enquiry_id, due, id);
create index ix_enquiry_ask_practice on enquiry_ask (tenant_id, practice, due, id);
comment on table enquiry_ask is 'What a practice is asked because of an enquiry, and what it says.';
call folkmoot.protect('enquiry_ask');

-- An action may come from an enquiry.
alter table action add column enquiry_id uuid;
alter table action add constraint fk_action_enquiry foreign key (tenant_id, enquiry_id) references enquiry (tenant_id, id);
alter table action drop constraint ck_action_source;
alter table action add constraint ck_action_source check (num_nonnulls(decision_id, meeting_id, enquiry_id) = 1);

grant select, insert, update on enquiry, enquiry_pause, enquiry_ask to ${app};
grant select on enquiry, enquiry_pause, enquiry_ask to ${read};
