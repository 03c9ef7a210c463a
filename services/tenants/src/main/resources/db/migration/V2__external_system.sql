-- Systems outside the platform that read an ICS's events, or tell it something.

create table external_system (
    tenant_id     text        not null,
    id            uuid        not null,
    kafka_name    text        not null,
    name          text        not null,
    organisation  text,
    supplier      text,
    contact       text        not null,
    reads         text[]      not null,
    writes        text[]      not null,
    registered_at timestamptz not null,
    issued        integer     not null default 0,
    changed_at    timestamptz not null,
    revoked_at    timestamptz,
    version       bigint      not null default 0,
    constraint pk_external_system primary key (tenant_id, id),
    constraint uq_external_system_kafka_name unique (tenant_id, kafka_name),
    constraint ck_external_system_kafka_name
        check (kafka_name ~ ('^ics-' || tenant_id || '-[2-9a-hjkmnp-tw-z]{12}$')),
    constraint ck_external_system_whose check (organisation is not null or supplier is not null),
    constraint ck_external_system_purpose check (cardinality(reads) + cardinality(writes) > 0),
    constraint ck_external_system_issued check (issued >= 0)
);

comment on table external_system is 'Which systems an administrator has registered. No password is kept.';
comment on column external_system.kafka_name is
    'What its principals in Kafka, -1 and upwards, and its consumer groups, after a dot, begin with.';
comment on column external_system.issued is 'How many credentials it was ever given.';

call folkmoot.protect('external_system');

create table external_system_credential (
    tenant_id  text        not null,
    system_id  uuid        not null,
    number     integer     not null constraint ck_external_system_credential_number check (number > 0),
    issued_at  timestamptz not null,
    dropped_at timestamptz,
    closed_at  timestamptz,
    constraint pk_external_system_credential primary key (tenant_id, system_id, number),
    constraint fk_external_system_credential_system
        foreign key (tenant_id, system_id) references external_system (tenant_id, id),
    constraint ck_external_system_credential_closed check (closed_at is null or dropped_at is not null)
);

comment on table external_system_credential is 'By which principals systems sign in to Kafka. No password is kept.';
comment on column external_system_credential.dropped_at is 'When it was decided that it shall be good no more.';
comment on column external_system_credential.closed_at is 'When Kafka was seen to have neither its rights nor its password.';

call folkmoot.protect('external_system_credential');

grant select, insert, update on external_system, external_system_credential to ${app};
grant select on external_system, external_system_credential to ${read};

alter table ics_work add asked boolean not null default false;

comment on column ics_work.asked is 'Somebody wants it looked after once more, even if it is being looked after.';
