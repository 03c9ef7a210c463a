-- Motions that were withdrawn before a ballot decided them.

create table motion_withdrawal (
    tenant_id    text        not null,
    motion_id    uuid        not null,
    reason       text        not null,
    withdrawn_at timestamptz not null,
    constraint pk_motion_withdrawal primary key (tenant_id, motion_id)
);
comment on table motion_withdrawal is
    'The motions that mandate announced as withdrawn, so that one that is heard of late comes into no backlog.';
call folkmoot.protect('motion_withdrawal');

grant select, insert, update on motion_withdrawal to ${app};
grant select on motion_withdrawal to ${read};
