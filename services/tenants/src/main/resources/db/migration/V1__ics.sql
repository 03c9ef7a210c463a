-- The control plane's own tables. They belong to no ICS: only the platform's operators reach them, by this service.

create table ics (
    tenant        text        not null constraint pk_ics primary key,
    code          text        not null constraint uq_ics_code unique,
    name          text        not null,
    issuer        text        not null constraint uq_ics_issuer unique,
    state         text        not null
        constraint ck_ics_state check (state in ('ONBOARDING', 'STALLED', 'ACTIVE', 'SUSPENDED', 'OFFBOARDED')),
    state_since   timestamptz not null,
    procedure     text
        constraint ck_ics_procedure
        check (procedure in ('ONBOARDING', 'SUSPENSION', 'RESUMPTION', 'EXPORT', 'OFFBOARDING')),
    procedure_id  uuid,
    administrator jsonb,
    version       bigint      not null,
    constraint ck_ics_tenant check (tenant = lower(code)),
    constraint ck_ics_procedure_id check ((procedure is null) = (procedure_id is null))
);

comment on table ics is 'Every ICS that was ever onboarded, with the state that it is in.';
comment on column ics.procedure is 'What is to be done, or was done last, outside this database.';
comment on column ics.procedure_id is 'Drawn anew whenever a procedure begins: work on an older one is thrown away.';
comment on column ics.administrator is 'Who is to be the first administrator; emptied when the account has been made.';
comment on column ics.version is 'Grows with every change of this row or its steps; the ETag.';

create table ics_step (
    tenant     text        not null constraint fk_ics_step_ics references ics,
    position   integer     not null,
    step       text        not null
        constraint ck_ics_step_step
        check (step in ('REALM', 'ADMINISTRATOR', 'TOPICS', 'ACLS', 'ANNOUNCEMENT', 'SESSIONS', 'EXPORT')),
    state      text        not null constraint ck_ics_step_state check (state in ('PENDING', 'DONE', 'FAILED')),
    attempts   integer     not null constraint ck_ics_step_attempts check (attempts >= 0),
    last_error text,
    changed_at timestamptz not null,
    constraint pk_ics_step primary key (tenant, position)
);

comment on table ics_step is 'The steps of the procedure of an ICS, in order.';
comment on column ics_step.last_error is 'Why it did not succeed the last time, for an operator to read.';

create table ics_work (
    tenant      text        not null
        constraint pk_ics_work primary key
        constraint fk_ics_work_ics references ics,
    due_at      timestamptz not null,
    taken_by    uuid,
    taken_until timestamptz,
    constraint ck_ics_work_taken check ((taken_by is null) = (taken_until is null))
);

create index ix_ics_work_due on ics_work (due_at);

comment on table ics_work is
    'When an ICS is to be looked after next, and who does so. Work that was taken and not renewed in time is free again.';
comment on column ics_work.due_at is 'By the clock of this database, so that replicas with differing clocks agree.';

create table ics_export (
    tenant   text        not null
        constraint pk_ics_export primary key
        constraint fk_ics_export_ics references ics,
    made_at  timestamptz not null,
    sha256   text        not null constraint ck_ics_export_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
    document text        not null
);

comment on table ics_export is 'The newest export of what the control plane knows of an ICS. Holds names of people.';

grant select, insert, update on ics to ${app};
grant select, insert, update, delete on ics_step to ${app};
grant select, insert, update on ics_work to ${app};
grant select, insert, update, delete on ics_export to ${app};
grant select on ics, ics_step, ics_work to ${read};
