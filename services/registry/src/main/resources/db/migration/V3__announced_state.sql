-- The whole state of each practice and network of the ICSs that are served, as each was last told it.

create table announced_state (
    entity  text    not null,
    icb     text    collate "C" not null,
    code    text    collate "C" not null,
    version bigint  not null,
    state   jsonb   not null,
    constraint pk_announced_state primary key (entity, icb, code),
    constraint ck_announced_state_entity check (entity in ('practice', 'pcn'))
);
comment on table announced_state is
    'What the newest event of each key says on the topics of states: what differs from it is told. A practice or network that has left an ICS stays, as closed or moved.';
comment on column announced_state.version is
    'The version that was told with it. Of all states that are told together the same; higher than any before.';
comment on column announced_state.state is 'The event''s data without asAt, release and version.';

grant select, insert, update on announced_state to ${app};
grant select on announced_state to ${read};
