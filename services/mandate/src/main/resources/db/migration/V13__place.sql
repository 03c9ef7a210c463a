-- A group may be one of places of the ICS: what a place is, the registry tells.

create table place (
    tenant_id   text    not null,
    id          uuid    not null,
    copy        integer not null,
    version     bigint  not null,
    definitions jsonb   not null,
    constraint pk_place primary key (tenant_id, id)
);
comment on table place is
    'The places of the ICS with all their definitions, as the registry last told them. A copy, like practice.';
comment on column place.definitions is
    'In force on a day is the one with the highest number of those that hold from that day or before: who is one of its members, or in one, belongs to the place.';
call folkmoot.protect('place');

grant select, insert, update on place to ${app};
grant select on place to ${read};

comment on column leadership_group.footprint is
    'Whose group it is: the whole ICS, or the practices of these sub-ICB locations, places or networks, or these practices.';
