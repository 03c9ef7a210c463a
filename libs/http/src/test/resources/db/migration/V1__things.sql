create table public.thing (
    tenant_id text not null,
    id        uuid not null,
    name      text not null,
    constraint pk_thing primary key (tenant_id, id)
);
comment on table public.thing is 'What the tests create.';
call folkmoot.protect('public.thing');
grant select, insert on public.thing to ${app};
