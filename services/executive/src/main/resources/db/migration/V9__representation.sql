-- Representation: meetings of others at which general practice has seats, who sits there, what is said there and brought back.

create table system_meeting (
    tenant_id text        not null,
    id        uuid        not null,
    group_id  uuid        not null,
    body      text        not null,
    purpose   text        not null,
    led_by    text        not null,
    place     text        not null,
    seats     jsonb       not null,
    weeks     integer,
    first_day date,
    at_time   time,
    made_by   text        not null,
    made_at   timestamptz not null,
    version   bigint      not null default 0,
    constraint pk_system_meeting primary key (tenant_id, id),
    constraint ck_system_meeting_seats check (jsonb_array_length(seats) > 0),
    constraint ck_system_meeting_rhythm check (num_nulls(weeks, first_day, at_time) in (0, 3)),
    constraint ck_system_meeting_weeks check (weeks > 0)
);
create index ix_system_meeting_group on system_meeting (tenant_id, group_id, id);
comment on table system_meeting is 'Meetings that others lead and at which general practice has seats.';
comment on column system_meeting.seats is 'The names of these seats; a seat is known by its place in the list, counted from 1.';
call folkmoot.protect('system_meeting');

create table sitting (
    tenant_id     text        not null,
    id            uuid        not null,
    meeting_id    uuid        not null,
    group_id      uuid        not null,
    starts_at     timestamptz not null,
    planned_by    text        not null,
    planned_at    timestamptz not null,
    cancelled_at  timestamptz,
    cancelled_why text,
    reported_at   timestamptz,
    reported_by   text,
    reported_name text,
    report        text,
    commitments   text,
    version       bigint      not null default 0,
    constraint pk_sitting primary key (tenant_id, id),
    constraint fk_sitting_meeting foreign key (tenant_id, meeting_id) references system_meeting (tenant_id, id),
    constraint ck_sitting_cancelled check ((cancelled_at is null) = (cancelled_why is null)),
    constraint ck_sitting_reported check (num_nulls(reported_at, reported_by, reported_name, report) in (0, 4)),
    constraint ck_sitting_commitments check (commitments is null or report is not null),
    constraint ck_sitting_ended check (cancelled_at is null or reported_at is null)
);
create unique index uq_sitting_hour on sitting (tenant_id, meeting_id, starts_at) where cancelled_at is null;
create index ix_sitting_group on sitting (tenant_id, group_id, starts_at, id);
comment on table sitting is
    'A date of a system meeting, with what was reported back. When that is due and what came of it is derived from the clock.';
comment on column sitting.commitments is 'What general practice was committed to there.';
call folkmoot.protect('sitting');

create table brief (
    tenant_id    text        not null,
    sitting_id   uuid        not null,
    number       integer     not null,
    say          text        not null,
    not_agree    text        not null,
    written_by   text        not null,
    written_name text        not null,
    written_at   timestamptz not null,
    constraint pk_brief primary key (tenant_id, sitting_id, number),
    constraint fk_brief_sitting foreign key (tenant_id, sitting_id) references sitting (tenant_id, id)
);
comment on table brief is 'What to say at a sitting and what not to agree, by version. Rows are added, never changed.';
call folkmoot.protect('brief');

create table representative (
    tenant_id    text        not null,
    id           uuid        not null,
    meeting_id   uuid        not null,
    group_id     uuid        not null,
    seat         integer     not null,
    person       text        not null,
    person_name  text        not null,
    mandate_id   uuid        not null,
    from_day     date        not null,
    until_day    date        not null,
    named_by     text        not null,
    named_name   text        not null,
    named_at     timestamptz not null,
    recalled_at  timestamptz,
    recalled_why text,
    version      bigint      not null default 0,
    constraint pk_representative primary key (tenant_id, id),
    constraint fk_representative_meeting foreign key (tenant_id, meeting_id) references system_meeting (tenant_id, id),
    constraint ck_representative_seat check (seat > 0),
    constraint ck_representative_term check (from_day <= until_day),
    constraint ck_representative_recalled check ((recalled_at is null) = (recalled_why is null))
);
create index ix_representative_meeting on representative (tenant_id, meeting_id, seat, from_day);
create index ix_representative_person on representative (tenant_id, person);
comment on table representative is
    'Who sits at a system meeting, for a term, under a mandate. Whether that mandate counts at a moment is derived from what is known of it.';
call folkmoot.protect('representative');

grant select, insert, update on system_meeting, sitting, representative to ${app};
grant select, insert on brief to ${app};
grant select on system_meeting, sitting, brief, representative to ${read};
