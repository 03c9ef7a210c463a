-- The chain of authority: things, and which hangs on which.

create table authority_node (
    tenant_id text not null,
    kind      text not null,
    id        text not null,
    title     text not null,
    at        timestamptz not null,
    outcome   text,
    constraint pk_authority_node primary key (tenant_id, kind, id)
);
comment on table authority_node is
    'What stands in the chain of authority: motion, ballot, seat, mandate, power, decision, action, representative, objection.';
comment on column authority_node.outcome is 'What came of it, in one word, once that is known.';
call folkmoot.protect('authority_node');

create table authority_link (
    tenant_id  text not null,
    upper_kind text not null,
    upper_id   text not null,
    lower_kind text not null,
    lower_id   text not null,
    constraint pk_authority_link primary key (tenant_id, upper_kind, upper_id, lower_kind, lower_id)
);
create index ix_authority_link_lower on authority_link (tenant_id, lower_kind, lower_id, upper_kind, upper_id);
comment on table authority_link is
    'The lower thing has its authority from the upper one. Either may be told before the other, so no key stands behind them.';
call folkmoot.protect('authority_link');

grant select, insert, update on authority_node to ${app};
grant select, insert on authority_link to ${app};
grant select on authority_node, authority_link to ${read};
