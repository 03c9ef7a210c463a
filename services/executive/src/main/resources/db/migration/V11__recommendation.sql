-- Recommendations of national bodies, and who responds to them by when.

create table recommendation (
    tenant_id      text        not null,
    id             uuid        not null,
    group_id       uuid        not null,
    title          text        not null,
    words          text        not null,
    source         text        not null,
    reference      text,
    respond_by     date        not null,
    responder      text,
    responder_name text,
    response       text,
    responded_at   timestamptz,
    responded_by   text,
    responded_name text,
    set_aside_at   timestamptz,
    set_aside_why  text,
    recorded_by    text        not null,
    recorded_at    timestamptz not null,
    version        bigint      not null default 0,
    constraint pk_recommendation primary key (tenant_id, id),
    constraint ck_recommendation_responder check ((responder is null) = (responder_name is null)),
    constraint ck_recommendation_responded check (
        num_nulls(response, responded_at, responded_by, responded_name) in (0, 4)),
    constraint ck_recommendation_set_aside check ((set_aside_at is null) = (set_aside_why is null)),
    constraint ck_recommendation_ended check (responded_at is null or set_aside_at is null)
);
create index ix_recommendation_group on recommendation (tenant_id, group_id, respond_by, id);
comment on table recommendation is
    'What a national body recommends, and what was responded. Whether the response is overdue is derived from the clock.';
call folkmoot.protect('recommendation');

grant select, insert, update on recommendation to ${app};
grant select on recommendation to ${read};
