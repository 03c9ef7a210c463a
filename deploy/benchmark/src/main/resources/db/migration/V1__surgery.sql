-- Figure P4: what one service changes, and what another service knows of it. Both behind row-level security.

create table surgery (
    tenant_id text   not null,
    code      text   not null,
    name      text   not null,
    changes   bigint not null default 1,
    constraint pk_surgery primary key (tenant_id, code)
) with (fillfactor = 70);
comment on table surgery is 'What the announcing service changes.';
call folkmoot.protect('surgery');

create table surgery_seen (
    tenant_id text   not null,
    code      text   not null,
    name      text   not null,
    changes   bigint not null default 1,
    constraint pk_surgery_seen primary key (tenant_id, code)
) with (fillfactor = 70);
comment on table surgery_seen is 'The projection: what another service has been told.';
call folkmoot.protect('surgery_seen');

grant select, insert, update on surgery, surgery_seen to ${app};
