-- The copy of what mandate announced, from which every decision's authority is read. Rows are facts, each with its key: a
-- second delivery changes nothing, and the order in which topics are read does not matter.

create table leadership_group (
    tenant_id      text        not null,
    id             uuid        not null,
    name           text        not null,
    constituted_at timestamptz not null,
    constraint pk_leadership_group primary key (tenant_id, id)
);
comment on table leadership_group is 'The leadership groups of the ICS, by their newest constitution.';
call folkmoot.protect('leadership_group');

create table mandate (
    tenant_id  text        not null,
    id         uuid        not null,
    group_id   uuid        not null,
    ballot_id  uuid,
    title      text,
    scope      text[],
    exclusions text[],
    from_day   date,
    until_day  date,
    granted_at timestamptz,
    lapsed_at  timestamptz,
    lapsed_why text,
    constraint pk_mandate primary key (tenant_id, id),
    constraint ck_mandate_granted check (
        num_nulls(ballot_id, title, scope, exclusions, from_day, until_day, granted_at) in (0, 7)),
    constraint ck_mandate_lapsed check ((lapsed_at is null) = (lapsed_why is null))
);
comment on table mandate is 'Mandates: how each was granted, and from when it no longer counts. Either news may come first.';
call folkmoot.protect('mandate');

create table power (
    tenant_id  text not null,
    id         uuid not null,
    group_id   uuid not null,
    mandate_id uuid not null,
    constraint pk_power primary key (tenant_id, id)
);
comment on table power is
    'Delegated powers. Whoever decides under one holds its row until the decision is committed, so that what is used of it is counted once.';
call folkmoot.protect('power');

create table power_version (
    tenant_id text        not null,
    power_id  uuid        not null,
    number    integer     not null,
    change    text        not null,
    terms     jsonb       not null,
    said_at   timestamptz not null,
    constraint pk_power_version primary key (tenant_id, power_id, number),
    constraint fk_power_version_power foreign key (tenant_id, power_id) references power (tenant_id, id)
);
comment on table power_version is 'What each confirmed version of a power says, whole, and from when.';
call folkmoot.protect('power_version');

grant select, insert, update on leadership_group, mandate, power, power_version to ${app};
grant select on leadership_group, mandate, power, power_version to ${read};
