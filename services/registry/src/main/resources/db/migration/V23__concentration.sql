-- From which share of patients under one organisation on an ICS wants it to be seen.

create table concentration_threshold (
    tenant_id text          not null,
    number    integer       not null,
    share     numeric(5, 4) not null,
    set_by    text          not null,
    set_name  text          not null,
    set_at    timestamptz   not null,
    constraint pk_concentration_threshold primary key (tenant_id, number),
    constraint ck_concentration_threshold_share check (share > 0 and share <= 1)
);
comment on table concentration_threshold is
    'The thresholds that an ICS set, one after the other; the one with the highest number holds.';
call folkmoot.protect('concentration_threshold');

grant select, insert on concentration_threshold to ${app};
grant select on concentration_threshold to ${read};
