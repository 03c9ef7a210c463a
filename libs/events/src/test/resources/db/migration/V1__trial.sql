create table effect (
    tenant_id text   not null,
    position  bigint not null generated always as identity,
    aggregate text   not null,
    version   int    not null,
    constraint pk_effect primary key (tenant_id, position)
);
comment on table effect is 'What the trial''s consumer did, in the order in which it did it.';
call folkmoot.protect('effect');
grant select, insert on effect to ${app};
