-- Leadership groups and what they are made of.

create extension if not exists btree_gist;

create table leadership_group (
    tenant_id  text        not null,
    id         uuid        not null,
    name       text        not null,
    footprint  jsonb       not null,
    founded_by text        not null,
    founded_at timestamptz not null,
    version    bigint      not null default 0,
    constraint pk_leadership_group primary key (tenant_id, id)
);
comment on table leadership_group is 'A leadership group of the ICS, or of a place in it.';
comment on column leadership_group.footprint is
    'Whose group it is: the whole ICS, or the practices of these sub-ICB locations or networks, or these practices.';
call folkmoot.protect('leadership_group');

create table constitution (
    tenant_id      text        not null,
    id             uuid        not null,
    group_id       uuid        not null,
    number         integer     not null,
    content        jsonb       not null,
    reason         text        not null,
    effective_from date        not null,
    state          text        not null,
    proposed_by    text        not null,
    proposed_name  text        not null,
    proposed_at    timestamptz not null,
    settled_by     text,
    settled_name   text,
    settled_at     timestamptz,
    version        bigint      not null default 0,
    constraint pk_constitution primary key (tenant_id, id),
    constraint uq_constitution_number unique (tenant_id, group_id, number),
    constraint fk_constitution_group foreign key (tenant_id, group_id) references leadership_group (tenant_id, id),
    constraint ck_constitution_state check (state in ('proposed', 'confirmed', 'refused')),
    constraint ck_constitution_settled check ((state = 'proposed') = (settled_by is null)),
    constraint ck_constitution_second_person check (state <> 'confirmed' or settled_by <> proposed_by)
);
create unique index uq_constitution_proposed on constitution (tenant_id, group_id) where state = 'proposed';
comment on table constitution is
    'The versions of a group''s constitution. In force on a day is the confirmed one with the highest number that has taken effect; whoever proposed one cannot confirm it.';
call folkmoot.protect('constitution');

create table seat_term (
    tenant_id    text        not null,
    id           uuid        not null,
    group_id     uuid        not null,
    seat         text        not null,
    holder       text        not null,
    holder_name  text        not null,
    came_by      text        not null,
    ballot_id    uuid,
    organisation text,
    from_day     date        not null,
    until_day    date        not null,
    vacated_on   date,
    vacated_why  text,
    version      bigint      not null default 0,
    constraint pk_seat_term primary key (tenant_id, id),
    constraint fk_seat_term_group foreign key (tenant_id, group_id) references leadership_group (tenant_id, id),
    constraint ck_seat_term_days check (from_day <= until_day and vacated_on between from_day and until_day),
    constraint ck_seat_term_vacated check ((vacated_on is null) = (vacated_why is null)),
    constraint ck_seat_term_came_by check (
        case came_by when 'elected' then ballot_id is not null and organisation is null
                     when 'appointed' then organisation is not null and ballot_id is null
                     when 'ex-officio' then ballot_id is null and organisation is null
                     else false end),
    constraint ex_seat_term_one_holder exclude using gist (
        tenant_id with =, group_id with =, seat with =,
        daterange(from_day, coalesce(vacated_on, until_day), '[]') with &&)
);
comment on table seat_term is
    'Who holds or held a seat, from which day to which, and how they came to it. A seat has one holder at a time.';
call folkmoot.protect('seat_term');

create table purpose (
    tenant_id  text        not null,
    id         uuid        not null,
    group_id   uuid        not null,
    number     integer     not null,
    words      text        not null,
    ballot_id  uuid        not null,
    adopted_at timestamptz not null,
    constraint pk_purpose primary key (tenant_id, id),
    constraint uq_purpose_number unique (tenant_id, group_id, number),
    constraint fk_purpose_group foreign key (tenant_id, group_id) references leadership_group (tenant_id, id)
);
comment on table purpose is
    'The versions of a group''s statement of purpose, each adopted by a ballot. The newest is shown to the system.';
call folkmoot.protect('purpose');

grant select, insert, update on leadership_group, constitution, seat_term to ${app};
grant select, insert on purpose to ${app};
grant select on leadership_group, constitution, seat_term, purpose to ${read};
