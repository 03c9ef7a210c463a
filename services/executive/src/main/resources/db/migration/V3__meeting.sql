-- Meetings: series, what waits for agendas, agendas as they were frozen.

create table meeting_series (
    tenant_id      text        not null,
    id             uuid        not null,
    group_id       uuid        not null,
    body           text        not null,
    name           text        not null,
    weeks          integer     not null,
    first_day      date        not null,
    at_time        time        not null,
    length_minutes integer     not null,
    place          text        not null,
    made_by        text        not null,
    made_at        timestamptz not null,
    version        bigint      not null default 0,
    constraint pk_meeting_series primary key (tenant_id, id),
    constraint ck_meeting_series_body check (body in ('leadership-group', 'executive', 'place')),
    constraint ck_meeting_series_weeks check (weeks > 0)
);
create index ix_meeting_series_group on meeting_series (tenant_id, group_id, id);
comment on table meeting_series is 'Meetings of one body of a group that follow each other in a rhythm.';
call folkmoot.protect('meeting_series');

create table meeting (
    tenant_id      text        not null,
    id             uuid        not null,
    series_id      uuid        not null,
    group_id       uuid        not null,
    body           text        not null,
    name           text        not null,
    starts_at      timestamptz not null,
    length_minutes integer     not null,
    place          text        not null,
    state          text        not null,
    called_at      timestamptz,
    opened_at      timestamptz,
    closed_at      timestamptz,
    minutes        text,
    approved_at    timestamptz,
    approved_name  text,
    version        bigint      not null default 0,
    constraint pk_meeting primary key (tenant_id, id),
    constraint fk_meeting_series foreign key (tenant_id, series_id) references meeting_series (tenant_id, id),
    constraint ck_meeting_state check (state in ('draft', 'called', 'in-session', 'closed', 'minutes-approved')),
    constraint ck_meeting_called check ((state = 'draft') = (called_at is null)),
    constraint ck_meeting_closed check ((state in ('closed', 'minutes-approved')) = (closed_at is not null)),
    constraint ck_meeting_minutes check ((closed_at is null) = (minutes is null)),
    constraint ck_meeting_approved check ((state = 'minutes-approved') = (approved_at is not null))
);
create index ix_meeting_group on meeting (tenant_id, group_id, starts_at desc, id desc);
create index ix_meeting_series on meeting (tenant_id, series_id, starts_at);
comment on table meeting is 'A meeting of a series. Whoever changes its agenda holds its row.';
call folkmoot.protect('meeting');

create table agenda_item (
    tenant_id     text        not null,
    id            uuid        not null,
    group_id      uuid        not null,
    body          text        not null,
    kind          text        not null,
    origin_id     uuid,
    title         text        not null,
    words         text        not null,
    proposed_by   text,
    proposed_name text,
    proposed_for  text,
    proposed_at   timestamptz not null,
    meeting_id    uuid,
    position      integer,
    carried       boolean     not null default false,
    settled_at    timestamptz,
    settled_how   text,
    note          text,
    version       bigint      not null default 0,
    constraint pk_agenda_item primary key (tenant_id, id),
    constraint uq_agenda_item_origin unique (tenant_id, kind, origin_id),
    constraint fk_agenda_item_meeting foreign key (tenant_id, meeting_id) references meeting (tenant_id, id),
    constraint ck_agenda_item_kind check (kind in ('topic', 'proposal', 'motion', 'escalation')),
    constraint ck_agenda_item_origin check ((kind in ('motion', 'escalation')) = (origin_id is not null)),
    constraint ck_agenda_item_body check (body in ('leadership-group', 'executive', 'place')),
    constraint ck_agenda_item_position check ((meeting_id is null) = (position is null)),
    constraint ck_agenda_item_settled check (num_nulls(settled_at, settled_how, note) in (0, 3)),
    constraint ck_agenda_item_settled_how check (settled_how in ('dealt-with', 'withdrawn'))
);
create index ix_agenda_item_meeting on agenda_item (tenant_id, meeting_id) where meeting_id is not null;
create index ix_agenda_item_waiting on agenda_item (tenant_id, group_id, id) where meeting_id is null and settled_at is null;
comment on table agenda_item is
    'Something for an agenda: it waits in the backlog of its group, stands on an agenda, or has been settled.';
comment on column agenda_item.origin_id is 'The motion or the decision behind it.';
comment on column agenda_item.carried is 'A meeting left it undone: it comes onto the next agenda by itself.';
call folkmoot.protect('agenda_item');

create table agenda_version (
    tenant_id   text        not null,
    id          uuid        not null,
    meeting_id  uuid        not null,
    number      integer     not null,
    items       jsonb       not null,
    matters     jsonb       not null,
    reason      text,
    frozen_by   text        not null,
    frozen_name text        not null,
    frozen_at   timestamptz not null,
    constraint pk_agenda_version primary key (tenant_id, id),
    constraint uq_agenda_version_number unique (tenant_id, meeting_id, number),
    constraint fk_agenda_version_meeting foreign key (tenant_id, meeting_id) references meeting (tenant_id, id),
    constraint ck_agenda_version_reason check ((number = 1) = (reason is null))
);
comment on table agenda_version is 'Agendas as they were frozen, with the matters arising at that hour. Rows are added, never changed.';
call folkmoot.protect('agenda_version');

grant select, insert, update on meeting, agenda_item to ${app};
grant select, insert on meeting_series, agenda_version to ${app};
grant select on meeting_series, meeting, agenda_item, agenda_version to ${read};
