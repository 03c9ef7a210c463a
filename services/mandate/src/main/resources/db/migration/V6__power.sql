-- Delegated powers: what a group lets its executive decide.

create table power (
    tenant_id  text        not null,
    id         uuid        not null,
    group_id   uuid        not null,
    mandate_id uuid        not null,
    named_at   timestamptz not null,
    version    bigint      not null default 0,
    constraint pk_power primary key (tenant_id, id),
    constraint fk_power_mandate foreign key (tenant_id, mandate_id) references mandate (tenant_id, id)
);
create index ix_power_group on power (tenant_id, group_id, id);
comment on table power is
    'A power that hangs on a mandate. What it says, and whether it stands, is in its versions; it is void with its mandate.';
call folkmoot.protect('power');

create table power_version (
    tenant_id     text        not null,
    id            uuid        not null,
    power_id      uuid        not null,
    number        integer     not null,
    change        text        not null,
    terms         jsonb       not null,
    granted_by    text        not null,
    ballot_id     uuid,
    reason        text        not null,
    state         text        not null,
    proposed_by   text        not null,
    proposed_name text        not null,
    proposed_at   timestamptz not null,
    settled_by    text,
    settled_name  text,
    settled_at    timestamptz,
    version       bigint      not null default 0,
    constraint pk_power_version primary key (tenant_id, id),
    constraint uq_power_version_number unique (tenant_id, power_id, number),
    constraint fk_power_version_power foreign key (tenant_id, power_id) references power (tenant_id, id),
    constraint fk_power_version_ballot foreign key (tenant_id, ballot_id) references ballot (tenant_id, id),
    constraint ck_power_version_change check (
        change in ('granted', 'narrowed', 'extended', 'suspended', 'resumed', 'revoked')),
    constraint ck_power_version_state check (state in ('proposed', 'confirmed', 'refused')),
    constraint ck_power_version_settled check ((state = 'proposed') = (settled_by is null)),
    constraint ck_power_version_second_person check (state <> 'confirmed' or settled_by <> proposed_by)
);
create unique index uq_power_version_proposed on power_version (tenant_id, power_id) where state = 'proposed';
comment on table power_version is
    'Each change of a power, whole, with who proposed and who confirmed it: never the same person. The newest confirmed one holds.';
comment on column power_version.granted_by is 'The meeting that decided it, in words; of a ballot its title.';
comment on column power_version.ballot_id is 'The carried ballot that decided it; null where a meeting did.';
call folkmoot.protect('power_version');

create table power_use (
    tenant_id text        not null,
    event_id  uuid        not null,
    power_id  uuid        not null,
    decision  text        not null,
    outcome   text        not null,
    used_at   timestamptz not null,
    constraint pk_power_use primary key (tenant_id, event_id),
    constraint ck_power_use_outcome check (outcome in ('taken', 'refused', 'escalated'))
);
create index ix_power_use_power on power_use (tenant_id, power_id);
comment on table power_use is
    'How a power was used, as the executive announced it. A copy: whether the power exists is not asked, since the news may come first.';
call folkmoot.protect('power_use');

grant select, insert, update on power, power_version to ${app};
grant select, insert on power_use to ${app};
grant select on power, power_version, power_use to ${read};
