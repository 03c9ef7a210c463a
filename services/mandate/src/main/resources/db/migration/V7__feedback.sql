-- What practices and the LMC say to motions, mandates and decisions, and how confident practices are.

create table objection (
    tenant_id    text        not null,
    id           uuid        not null,
    group_id     uuid        not null,
    kind         text        not null,
    subject      text        not null,
    subject_id   uuid        not null,
    organisation text        not null,
    words        text        not null,
    raised_by    text        not null,
    raised_name  text        not null,
    raised_at    timestamptz not null,
    reply        text,
    replied_by   text,
    replied_name text,
    replied_at   timestamptz,
    version      bigint      not null default 0,
    constraint pk_objection primary key (tenant_id, id),
    constraint fk_objection_group foreign key (tenant_id, group_id) references leadership_group (tenant_id, id),
    constraint ck_objection_kind check (kind in ('objection', 'comment')),
    constraint ck_objection_subject check (subject in ('motion', 'mandate', 'decision')),
    constraint ck_objection_reply check (num_nulls(reply, replied_by, replied_name, replied_at) in (0, 4))
);
create index ix_objection_group on objection (tenant_id, group_id, id);
create index ix_objection_subject on objection (tenant_id, subject_id);
comment on table objection is
    'Formal objections and comments: attached to what they are about for ever, and waiting for a reply until there is one.';
call folkmoot.protect('objection');

create table confidence_reading (
    tenant_id text        not null,
    id        uuid        not null,
    group_id  uuid        not null,
    quarter   text        not null,
    statement text        not null,
    opens_on  date        not null,
    closes_on date        not null,
    practices text[]      not null,
    asked_by  text        not null,
    asked_at  timestamptz not null,
    constraint pk_confidence_reading primary key (tenant_id, id),
    constraint uq_confidence_reading_quarter unique (tenant_id, group_id, quarter),
    constraint fk_confidence_reading_group foreign key (tenant_id, group_id) references leadership_group (tenant_id, id),
    constraint ck_confidence_reading_quarter check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
    constraint ck_confidence_reading_days check (opens_on <= closes_on)
);
comment on table confidence_reading is 'A short question to practices, once a quarter.';
comment on column confidence_reading.practices is
    'Who is asked: the group''s practices on the day on which the reading was called, whoever joins or leaves later.';
call folkmoot.protect('confidence_reading');

create table confidence_answer (
    tenant_id   text        not null,
    reading_id  uuid        not null,
    practice    text        collate "C" not null,
    answer      text        not null,
    answered_by text        not null,
    answered_at timestamptz not null,
    constraint pk_confidence_answer primary key (tenant_id, reading_id, practice),
    constraint fk_confidence_answer_reading foreign key (tenant_id, reading_id)
        references confidence_reading (tenant_id, id),
    constraint ck_confidence_answer check (
        answer in ('strongly-agree', 'agree', 'neither', 'disagree', 'strongly-disagree'))
);
comment on table confidence_answer is 'What each practice answered last. Only shares are shown.';
call folkmoot.protect('confidence_answer');

grant select, insert, update on objection, confidence_answer to ${app};
grant select, insert on confidence_reading to ${app};
grant select on objection, confidence_reading, confidence_answer to ${read};
