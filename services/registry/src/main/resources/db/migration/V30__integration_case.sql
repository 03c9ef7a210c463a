-- Integration cases: a practice considers joining a trust or another body.

create function own_practices() returns setof text
    language sql stable
begin atomic
    select e.code from ever_registered_in(upper(folkmoot.current_tenant())) e (code)
    union
    select o.code
    from organisation s join organisation o on o.commissioner = s.code
    where s.parent = upper(folkmoot.current_tenant()) and s.kind = 'sub-icb' and o.kind = 'practice';
end;
comment on function own_practices() is
    'The practices that are or ever were the tenant''s: on its register, or commissioned by one of its sub-ICB locations.';
revoke all on function own_practices() from public;
grant execute on function own_practices() to ${app}, ${read};

create table integration_case (
    tenant_id   text        not null,
    id          uuid        not null,
    practice    text        collate "C" not null,
    state       text        not null,
    decided_on  date,
    opened_by   text        not null,
    opened_name text        not null,
    opened_at   timestamptz not null,
    version     bigint      not null default 0,
    constraint pk_integration_case primary key (tenant_id, id),
    constraint ck_integration_case_state check (state in ('open', 'joined', 'declined')),
    constraint ck_integration_case_decided check ((state = 'open') = (decided_on is null))
);
create index ix_integration_case_practice on integration_case (tenant_id, practice, id);
comment on table integration_case is
    'A practice considers joining a trust or another body. Its state is that of its newest step; what led there is in the tables of its parts, which are added to and never altered.';
call folkmoot.protect('integration_case');

create table case_option (
    tenant_id     text        not null,
    case_id       uuid        not null,
    number        integer     not null,
    title         text        not null,
    account       text        not null,
    proposed_by   text        not null,
    partner       text        collate "C",
    recorded_by   text        not null,
    recorded_name text        not null,
    recorded_at   timestamptz not null,
    constraint pk_case_option primary key (tenant_id, case_id, number),
    constraint fk_case_option_case foreign key (tenant_id, case_id) references integration_case (tenant_id, id)
);
comment on table case_option is 'What is considered, to stay as one is included, and who proposed it.';
comment on column case_option.partner is 'Who would be joined: an ODS code or the id of a body; null for an option without one.';
call folkmoot.protect('case_option');

create table case_diligence (
    tenant_id     text        not null,
    case_id       uuid        not null,
    number        integer     not null,
    area          text        not null,
    item          text        not null,
    finding       text        not null,
    evidence      text        not null,
    recorded_by   text        not null,
    recorded_name text        not null,
    recorded_at   timestamptz not null,
    constraint pk_case_diligence primary key (tenant_id, case_id, number),
    constraint fk_case_diligence_case foreign key (tenant_id, case_id) references integration_case (tenant_id, id),
    constraint ck_case_diligence_area check (
        area in ('performance', 'workforce', 'finance', 'premises', 'cqc', 'future-strains'))
);
comment on table case_diligence is 'Due diligence, item by item, each with its evidence. A later finding on an item stands beside the earlier.';
call folkmoot.protect('case_diligence');

create table case_statement (
    tenant_id     text        not null,
    case_id       uuid        not null,
    number        integer     not null,
    kind          text        not null,
    words         text        not null,
    recorded_by   text        not null,
    recorded_name text        not null,
    recorded_at   timestamptz not null,
    constraint pk_case_statement primary key (tenant_id, case_id, number),
    constraint fk_case_statement_case foreign key (tenant_id, case_id) references integration_case (tenant_id, id),
    constraint ck_case_statement_kind check (kind in ('comment', 'objection'))
);
comment on table case_statement is 'What the local medical committee says of a case, before or after its decision.';
call folkmoot.protect('case_statement');

create table case_step (
    tenant_id     text        not null,
    case_id       uuid        not null,
    number        integer     not null,
    step          text        not null,
    reason        text        not null,
    option_number integer,
    on_day        date        not null,
    recorded_by   text        not null,
    recorded_name text        not null,
    recorded_at   timestamptz not null,
    constraint pk_case_step primary key (tenant_id, case_id, number),
    constraint fk_case_step_case foreign key (tenant_id, case_id) references integration_case (tenant_id, id),
    constraint fk_case_step_option foreign key (tenant_id, case_id, option_number)
        references case_option (tenant_id, case_id, number),
    constraint ck_case_step check (step in ('joined', 'declined', 'reopened')),
    constraint ck_case_step_reason check (btrim(reason) <> ''),
    constraint ck_case_step_option check ((step = 'joined') = (option_number is not null))
);
comment on table case_step is
    'The practice''s decisions, and reopenings. To decline weighs as much as to join, and neither goes without a reason.';
call folkmoot.protect('case_step');

grant select, insert, update on integration_case to ${app};
grant select, insert on case_option, case_diligence, case_statement, case_step to ${app};
grant select on integration_case, case_option, case_diligence, case_statement, case_step to ${read};
