-- What the NHS tells of people, and what teams answer to a change of practice.

create table nhs_notification (
    tenant_id   text        not null,
    id          uuid        not null,
    event_id    uuid        not null,
    type        text        not null,
    source      text        not null,
    happened_at timestamptz not null,
    heard_at    timestamptz not null,
    patient_id  uuid,
    state       text        not null,
    outcome     text        not null,
    original    bytea,
    version     bigint      not null default 0,
    constraint pk_nhs_notification primary key (tenant_id, id),
    constraint uq_nhs_notification_event unique (tenant_id, event_id),
    constraint fk_nhs_notification_patient foreign key (tenant_id, patient_id) references patient (tenant_id, id),
    constraint ck_nhs_notification_state check (state in ('done', 'not-ours', 'kept', 'unresolved')),
    constraint ck_nhs_notification_original check ((original is null) = (patient_id is null))
);
create index ix_nhs_notification_state on nhs_notification (tenant_id, state, id);
create index ix_nhs_notification_patient on nhs_notification (tenant_id, patient_id) where patient_id is not null;
comment on table nhs_notification is
    'Notifications of the NHS''s, each once. Of somebody who is no patient here nothing is kept that says who they are.';
comment on column nhs_notification.event_id is 'Made from the notification''s source and id.';
comment on column nhs_notification.state is
    'done; not-ours: of nobody who is known here; kept: of a type that means nothing here; unresolved: what it tells of could not be found out.';
comment on column nhs_notification.original is 'The notification, sealed under the patient''s key.';
call folkmoot.protect('nhs_notification');

create table practice_change (
    tenant_id       text        not null,
    id              uuid        not null,
    referral_id     uuid        not null,
    notification_id uuid        not null,
    from_practice   text        collate "C",
    to_practice     text        collate "C",
    heard_at        timestamptz not null,
    answer          text,
    answered_by     text,
    answered_name   text,
    answered_at     timestamptz,
    version         bigint      not null default 0,
    constraint pk_practice_change primary key (tenant_id, id),
    constraint uq_practice_change unique (tenant_id, notification_id, referral_id),
    constraint fk_practice_change_referral foreign key (tenant_id, referral_id) references referral (tenant_id, id),
    constraint fk_practice_change_notification foreign key (tenant_id, notification_id)
        references nhs_notification (tenant_id, id),
    constraint ck_practice_change_answer check (answer in ('confirmed', 'handed-over')),
    constraint ck_practice_change_answered check (num_nulls(answer, answered_by, answered_name, answered_at) in (0, 4))
);
create index ix_practice_change_referral on practice_change (tenant_id, referral_id);
create index ix_practice_change_open on practice_change (tenant_id, id) where answer is null;
comment on table practice_change is
    'A patient with an open referral is registered elsewhere: the team says whether it goes on, or hands over.';
comment on column practice_change.to_practice is 'ODS code; none where it could not be found out, or there is none.';
call folkmoot.protect('practice_change');

grant select, insert, update on nhs_notification, practice_change to ${app};
grant select on practice_change to ${read};
