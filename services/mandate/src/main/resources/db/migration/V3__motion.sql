-- Motions: what is proposed.

create table motion (
    tenant_id     text        not null,
    id            uuid        not null,
    group_id      uuid        not null,
    question      text        not null,
    title         text        not null,
    words         text        not null,
    alternatives  jsonb       not null,
    mandate_terms jsonb,
    seats         jsonb,
    state         text        not null,
    proposed_by   text        not null,
    proposed_name text        not null,
    proposed_for  text,
    proposed_at   timestamptz not null,
    tabled_at     timestamptz,
    ended_at      timestamptz,
    ended_why     text,
    version       bigint      not null default 0,
    constraint pk_motion primary key (tenant_id, id),
    constraint fk_motion_group foreign key (tenant_id, group_id) references leadership_group (tenant_id, id),
    constraint ck_motion_state check (state in ('draft', 'tabled', 'put-to-ballot', 'carried', 'lost', 'withdrawn')),
    constraint ck_motion_ended check ((state in ('carried', 'lost', 'withdrawn')) = (ended_at is not null))
);
create index ix_motion_group on motion (tenant_id, group_id, id);
comment on table motion is 'What is proposed to a group, in its present words.';
comment on column motion.alternatives is 'What else was considered; a change of operating model shows it.';
call folkmoot.protect('motion');

create table amendment (
    tenant_id     text        not null,
    id            uuid        not null,
    motion_id     uuid        not null,
    number        integer     not null,
    words         text        not null,
    words_before  text,
    reason        text        not null,
    state         text        not null,
    proposed_by   text        not null,
    proposed_name text        not null,
    proposed_at   timestamptz not null,
    settled_by    text,
    settled_at    timestamptz,
    version       bigint      not null default 0,
    constraint pk_amendment primary key (tenant_id, id),
    constraint uq_amendment_number unique (tenant_id, motion_id, number),
    constraint fk_amendment_motion foreign key (tenant_id, motion_id) references motion (tenant_id, id),
    constraint ck_amendment_state check (state in ('proposed', 'accepted', 'refused')),
    constraint ck_amendment_settled check ((state = 'proposed') = (settled_at is null)),
    constraint ck_amendment_before check ((state = 'accepted') = (words_before is not null))
);
comment on table amendment is
    'Proposals to change a motion''s words. An accepted one keeps the words that it replaced, so every former wording can be read.';
call folkmoot.protect('amendment');

grant select, insert, update on motion, amendment to ${app};
grant select on motion, amendment to ${read};
