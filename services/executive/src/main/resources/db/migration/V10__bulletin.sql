-- Bulletins to practices, and the copy of the registry's states from which their audiences come.

create table practice (
    tenant_id text    not null,
    code      text    collate "C" not null,
    copy      integer not null,
    version   bigint  not null,
    name      text    not null,
    status    text    not null,
    sub_icb   text,
    pcn       text    collate "C",
    pcn_name  text,
    constraint pk_practice primary key (tenant_id, code),
    constraint ck_practice_status check (status in ('open', 'closed', 'moved'))
);
comment on table practice is
    'The practices of the ICS as the registry last told them. A copy: it can be made anew from the topic of states at any time.';
comment on column practice.copy is 'Which copy this row belongs to: a row of a newer copy replaces it whatever its version.';
comment on column practice.version is 'The registry''s: an older state never replaces a newer one.';
call folkmoot.protect('practice');

create table neighbourhood (
    tenant_id text    not null,
    id        uuid    not null,
    copy      integer not null,
    version   bigint  not null,
    name      text    not null,
    place     uuid,
    members   text[]  not null,
    constraint pk_neighbourhood primary key (tenant_id, id)
);
comment on table neighbourhood is
    'The neighbourhoods of the ICS, with the networks and practices in them and the place in which they lie. A copy, like practice.';
call folkmoot.protect('neighbourhood');

create table bulletin (
    tenant_id      text        not null,
    id             uuid        not null,
    group_id       uuid        not null,
    title          text        not null,
    words          text        not null,
    audience_kind  text        not null,
    audience_codes jsonb       not null,
    question       text,
    options        jsonb       not null,
    answers_until  date,
    written_by     text        not null,
    written_name   text        not null,
    written_at     timestamptz not null,
    published_at   timestamptz,
    published_name text,
    version        bigint      not null default 0,
    constraint pk_bulletin primary key (tenant_id, id),
    constraint ck_bulletin_audience check (audience_kind in ('ics', 'sub-icbs', 'places', 'pcns', 'practices')),
    constraint ck_bulletin_question check ((question is null) = (answers_until is null)),
    constraint ck_bulletin_published check ((published_at is null) = (published_name is null))
);
create index ix_bulletin_group on bulletin (tenant_id, group_id, id desc);
comment on table bulletin is 'What the executive tells practices, and what it asks them.';
comment on column bulletin.options is 'The answers from which is chosen; none where practices answer in their own words.';
call folkmoot.protect('bulletin');

create table bulletin_recipient (
    tenant_id         text not null,
    bulletin_id       uuid not null,
    practice          text collate "C" not null,
    name              text not null,
    sub_icb           text,
    pcn               text collate "C",
    pcn_name          text,
    delivered_at      timestamptz,
    read_at           timestamptz,
    acknowledged_at   timestamptz,
    acknowledged_by   text,
    acknowledged_name text,
    answer            text,
    answered_at       timestamptz,
    answered_by       text,
    answered_name     text,
    constraint pk_bulletin_recipient primary key (tenant_id, bulletin_id, practice),
    constraint fk_bulletin_recipient_bulletin foreign key (tenant_id, bulletin_id) references bulletin (tenant_id, id),
    constraint ck_bulletin_recipient_read check (read_at is null or delivered_at is not null),
    constraint ck_bulletin_recipient_acknowledged check (
        num_nulls(acknowledged_at, acknowledged_by, acknowledged_name) in (0, 3)
        and (acknowledged_at is null or read_at is not null)),
    constraint ck_bulletin_recipient_answered check (
        num_nulls(answer, answered_at, answered_by, answered_name) in (0, 4) and (answer is null or read_at is not null))
);
create index ix_bulletin_recipient_practice on bulletin_recipient (tenant_id, practice, bulletin_id desc);
comment on table bulletin_recipient is
    'The practices to which a bulletin was published, as they were then, and how far it came with each.';
comment on column bulletin_recipient.delivered_at is 'When somebody who speaks for the practice first had it in their list.';
call folkmoot.protect('bulletin_recipient');

grant select, insert, update on practice, neighbourhood, bulletin, bulletin_recipient to ${app};
grant select on practice, neighbourhood, bulletin, bulletin_recipient to ${read};
