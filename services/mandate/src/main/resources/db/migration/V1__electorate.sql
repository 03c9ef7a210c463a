-- The copy of the registry's states, from which electorates and weights come. Every table here is an ICS's own: its key
-- begins with the tenant, and row-level security stands behind it.

create table practice (
    tenant_id  text        not null,
    code       text        collate "C" not null,
    copy       integer     not null,
    version    bigint      not null,
    name       text        not null,
    status     text        not null,
    icb        text        not null,
    sub_icb    text,
    pcn        text        collate "C",
    pcn_name   text,
    pcn_since  date,
    list_size  integer,
    list_as_at date,
    closed_on  date,
    release    text        not null,
    as_at      date        not null,
    heard_at   timestamptz not null default clock_timestamp(),
    constraint pk_practice primary key (tenant_id, code),
    constraint ck_practice_status check (status in ('open', 'closed', 'moved')),
    constraint ck_practice_list_size check (list_size >= 0)
);
create index ix_practice_pcn on practice (tenant_id, pcn) where status = 'open';
comment on table practice is
    'The practices of the ICS as the registry last told them. A copy: it can be made anew from the topic of states at any time.';
comment on column practice.copy is 'Which copy this row belongs to: a row of a newer copy replaces it whatever its version.';
comment on column practice.version is 'The registry''s: an older state never replaces a newer one.';
call folkmoot.protect('practice');

create table pcn (
    tenant_id text        not null,
    code      text        collate "C" not null,
    copy      integer     not null,
    version   bigint      not null,
    name      text        not null,
    status    text        not null,
    sub_icb   text,
    closed_on date,
    release   text        not null,
    as_at     date        not null,
    heard_at  timestamptz not null default clock_timestamp(),
    constraint pk_pcn primary key (tenant_id, code),
    constraint ck_pcn_status check (status in ('open', 'closed', 'moved'))
);
comment on table pcn is
    'The primary care networks in which the ICS has practices, as the registry last told them. A copy, like practice.';
call folkmoot.protect('pcn');

create table adjusted_list (
    tenant_id   text        not null,
    practice    text        collate "C" not null,
    patients    numeric     not null,
    as_at       date        not null,
    source      text        not null,
    recorded_by text        not null,
    recorded_at timestamptz not null,
    constraint pk_adjusted_list primary key (tenant_id, practice, as_at),
    constraint ck_adjusted_list_patients check (patients >= 0)
);
comment on table adjusted_list is
    'Adjusted (need-weighted) lists, which no national file of the directory has: an administrator enters them with their source. The newest of a practice counts.';
call folkmoot.protect('adjusted_list');

grant select, insert, update on practice, pcn to ${app};
grant select, insert, update on adjusted_list to ${app};
grant select on practice, pcn, adjusted_list to ${read};
