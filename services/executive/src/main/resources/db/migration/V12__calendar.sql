-- Secret addresses by which people have their dates in a calendar program.

create table calendar_feed (
    tenant_id  text        not null,
    subject    text        not null,
    token_hash text        not null,
    made_at    timestamptz not null,
    fetched_at timestamptz,
    constraint pk_calendar_feed primary key (tenant_id, subject),
    constraint uq_calendar_feed_token unique (tenant_id, token_hash)
);
comment on table calendar_feed is
    'Who has a secret address. The secret itself is kept nowhere: only its hash, by which it is known again.';
call folkmoot.protect('calendar_feed');

grant select, insert, update, delete on calendar_feed to ${app};
grant select on calendar_feed to ${read};
