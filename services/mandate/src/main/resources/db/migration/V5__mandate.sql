-- Mandates: what practices authorised a group to do.

create table mandate (
    tenant_id    text        not null,
    id           uuid        not null,
    group_id     uuid        not null,
    ballot_id    uuid        not null,
    title        text        not null,
    scope        jsonb       not null,
    exclusions   jsonb       not null,
    rule         jsonb       not null,
    from_day     date        not null,
    until_day    date        not null,
    review_day   date        not null,
    granted_at   timestamptz not null,
    fell_at      timestamptz,
    noticed_at   timestamptz,
    lapse_told_at timestamptz,
    version      bigint      not null default 0,
    constraint pk_mandate primary key (tenant_id, id),
    constraint uq_mandate_ballot unique (tenant_id, ballot_id),
    constraint fk_mandate_group foreign key (tenant_id, group_id) references leadership_group (tenant_id, id),
    constraint fk_mandate_ballot foreign key (tenant_id, ballot_id) references ballot (tenant_id, id),
    constraint ck_mandate_days check (from_day <= review_day and review_day <= until_day)
);
create index ix_mandate_group on mandate (tenant_id, group_id, id);
comment on table mandate is
    'Scoped, dated authority given by practices in a ballot. Whether it is in force is derived from its days, from fell_at and the clock.';
comment on column mandate.fell_at is 'When so many practices had withdrawn that the rest would not have carried it.';
call folkmoot.protect('mandate');

create table mandate_position (
    tenant_id  text        not null,
    mandate_id uuid        not null,
    practice   text        collate "C" not null,
    since      timestamptz not null,
    position   text        not null,
    name       text        not null,
    weights    jsonb       not null,
    choice     text,
    reason     text,
    by_subject text,
    constraint pk_mandate_position primary key (tenant_id, mandate_id, practice, since),
    constraint fk_mandate_position_mandate foreign key (tenant_id, mandate_id) references mandate (tenant_id, id),
    constraint ck_mandate_position check (position in ('given', 'withheld', 'withdrawn')),
    constraint ck_mandate_position_by check ((position = 'withdrawn') = (by_subject is not null))
);
comment on table mandate_position is
    'What each practice of the electorate said, and since when. Rows are added, never changed: the newest of a practice holds.';
call folkmoot.protect('mandate_position');

grant select, insert, update on mandate to ${app};
grant select, insert on mandate_position to ${app};
grant select on mandate, mandate_position to ${read};
