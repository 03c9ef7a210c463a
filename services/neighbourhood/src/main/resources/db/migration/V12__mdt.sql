-- Multidisciplinary team meetings: whom they discuss, what was noted, and who does what.

create table mdt_meeting (
    tenant_id   text        not null,
    id          uuid        not null,
    team_id     uuid        not null,
    starts_at   timestamptz not null,
    place       text        not null,
    called_by   text        not null,
    called_name text        not null,
    called_at   timestamptz not null,
    held_at     timestamptz,
    held_name   text,
    version     bigint      not null default 0,
    constraint pk_mdt_meeting primary key (tenant_id, id),
    constraint fk_mdt_meeting_team foreign key (tenant_id, team_id) references team (tenant_id, id),
    constraint ck_mdt_meeting_held check ((held_at is null) = (held_name is null))
);
create index ix_mdt_meeting_team on mdt_meeting (tenant_id, team_id, starts_at desc, id desc);
comment on table mdt_meeting is 'Meetings of a team about people.';
call folkmoot.protect('mdt_meeting');

create table mdt_person (
    tenant_id   text        not null,
    meeting_id  uuid        not null,
    referral_id uuid        not null,
    place       integer     not null,
    notes       bytea,
    noted_by    text,
    noted_name  text,
    noted_at    timestamptz,
    constraint pk_mdt_person primary key (tenant_id, meeting_id, referral_id),
    constraint fk_mdt_person_meeting foreign key (tenant_id, meeting_id) references mdt_meeting (tenant_id, id),
    constraint fk_mdt_person_referral foreign key (tenant_id, referral_id) references referral (tenant_id, id),
    constraint ck_mdt_person_noted check (num_nulls(notes, noted_by, noted_name, noted_at) in (0, 4))
);
create index ix_mdt_person_referral on mdt_person (tenant_id, referral_id);
comment on table mdt_person is 'Whom a meeting discusses, in their order, and what was noted.';
comment on column mdt_person.notes is 'Sealed.';
call folkmoot.protect('mdt_person');

create table mdt_action (
    tenant_id     text        not null,
    id            uuid        not null,
    meeting_id    uuid        not null,
    referral_id   uuid        not null,
    words         bytea       not null,
    owner         text        not null,
    owner_name    text        not null,
    due           date        not null,
    assigned_by   text        not null,
    assigned_name text        not null,
    assigned_at   timestamptz not null,
    done_by       text,
    done_name     text,
    done_at       timestamptz,
    version       bigint      not null default 0,
    constraint pk_mdt_action primary key (tenant_id, id),
    constraint fk_mdt_action_person foreign key (tenant_id, meeting_id, referral_id)
        references mdt_person (tenant_id, meeting_id, referral_id),
    constraint ck_mdt_action_done check (num_nulls(done_by, done_name, done_at) in (0, 3))
);
create index ix_mdt_action_person on mdt_action (tenant_id, meeting_id, referral_id);
create index ix_mdt_action_open on mdt_action (tenant_id, due, id) where done_at is null;
comment on table mdt_action is 'What a member of the team does for a person by a day.';
comment on column mdt_action.words is 'Sealed.';
call folkmoot.protect('mdt_action');

grant select, insert, update on mdt_meeting, mdt_action to ${app};
grant select, insert, update, delete on mdt_person to ${app};
grant select on mdt_meeting, mdt_person, mdt_action to ${read};
