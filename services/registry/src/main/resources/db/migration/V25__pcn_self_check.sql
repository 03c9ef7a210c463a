-- What networks say of themselves.

create table pcn_self_check (
    tenant_id     text        not null,
    id            uuid        not null,
    pcn           text        collate "C" not null,
    answers       jsonb       not null,
    note          text,
    recorded_by   text        not null,
    recorded_name text        not null,
    recorded_at   timestamptz not null,
    constraint pk_pcn_self_check primary key (tenant_id, id)
);
create index ix_pcn_self_check_pcn on pcn_self_check (tenant_id, pcn, id);
comment on table pcn_self_check is
    'Whether a network finds itself fit for its purpose: each check is added, none altered. What follows from the answers is derived.';
call folkmoot.protect('pcn_self_check');

grant select, insert on pcn_self_check to ${app};
grant select on pcn_self_check to ${read};
