-- For how long records are kept.

create table retention_period (
    tenant_id text        not null,
    number    integer     not null,
    years     integer     not null,
    reason    text        not null,
    set_by    text        not null,
    set_name  text        not null,
    set_at    timestamptz not null,
    constraint pk_retention_period primary key (tenant_id, number),
    constraint ck_retention_period_number check (number >= 1),
    constraint ck_retention_period_years check (years between 8 and 30)
);
comment on table retention_period is
    'For how many years an ICS keeps the records of people whose care has ended, as it was set over time; the highest number holds. Without any it is eight years.';
call folkmoot.protect('retention_period');

create index ix_patient_erased on patient (tenant_id) where key_destroyed_at is not null;

grant select, insert on retention_period to ${app};
grant select on retention_period to ${read};
