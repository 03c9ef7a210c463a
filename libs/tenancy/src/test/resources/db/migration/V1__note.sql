create table note (
    tenant_id text not null,
    id        uuid not null,
    words     text not null,
    constraint pk_note primary key (tenant_id, id)
);
comment on table note is 'What the tests write down.';
call folkmoot.protect('note');
grant select, insert, update, delete on note to ${app};
