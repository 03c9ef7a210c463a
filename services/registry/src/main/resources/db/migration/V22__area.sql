-- Places and neighbourhoods, as an ICS defines them.

create table area (
    tenant_id text    not null,
    id        uuid    not null,
    kind      text    not null,
    number    integer not null,
    version   bigint  not null default 0,
    constraint pk_area primary key (tenant_id, id),
    constraint ck_area_kind check (kind in ('place', 'neighbourhood'))
);
comment on table area is 'A place or a neighbourhood: what it is, its definitions say.';
comment on column area.number is 'The number of its newest definition.';
call folkmoot.protect('area');

create table area_definition (
    tenant_id         text        not null,
    id                uuid        not null,
    area_id           uuid        not null,
    number            integer     not null,
    from_day          date        not null,
    name              text        not null,
    place_id          uuid,
    members           jsonb       not null,
    deprivation_decile integer,
    int_name          text,
    int_due           date,
    int_works_since   date,
    recorded_by       text        not null,
    recorded_name     text        not null,
    recorded_at       timestamptz not null,
    constraint pk_area_definition primary key (tenant_id, id),
    constraint uq_area_definition_number unique (tenant_id, area_id, number),
    constraint fk_area_definition_area foreign key (tenant_id, area_id) references area (tenant_id, id),
    constraint fk_area_definition_place foreign key (tenant_id, place_id) references area (tenant_id, id),
    constraint ck_area_definition_decile check (deprivation_decile between 1 and 10)
);
comment on table area_definition is
    'The definitions of an area, added and never altered. In force on a day is the one with the highest number of those that hold from that day or before.';
comment on column area_definition.members is
    'ODS codes of practices and networks, of a place of sub-ICB locations too: whoever is one of these or in one belongs to it.';
comment on column area_definition.deprivation_decile is '1 is the most deprived tenth of England.';
comment on column area_definition.int_due is 'By when its integrated neighbourhood team is to work; whether it is late is derived.';
call folkmoot.protect('area_definition');

grant select, insert, update on area to ${app};
grant select, insert on area_definition to ${app};
grant select on area, area_definition to ${read};
