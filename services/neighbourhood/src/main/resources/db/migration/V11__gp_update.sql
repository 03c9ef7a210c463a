-- What a person's practices are told: which updates were sent and read, and which are due.

create table gp_update (
    tenant_id   text        not null,
    id          uuid        not null,
    referral_id uuid        not null,
    words       bytea       not null,
    sent_by     text        not null,
    sent_name   text        not null,
    sent_at     timestamptz not null,
    recorded_at timestamptz not null,
    version     bigint      not null default 0,
    constraint pk_gp_update primary key (tenant_id, id),
    constraint ck_gp_update_recorded check (recorded_at >= sent_at),
    constraint fk_gp_update_referral foreign key (tenant_id, referral_id) references referral (tenant_id, id)
);
create index ix_gp_update_referral on gp_update (tenant_id, referral_id, sent_at);
comment on table gp_update is 'Updates that were sent. A row is added when one is sent, and never altered but for its version.';
comment on column gp_update.sent_at is 'Before recorded_at where the practices were told in another way, and that was written down later.';
comment on column gp_update.words is 'What the practices are told, sealed.';
comment on column gp_update.version is 'Counts the acknowledgements and the changes of recipients.';
call folkmoot.protect('gp_update');

create table gp_update_recipient (
    tenant_id         text    not null,
    update_id         uuid    not null,
    practice          text    collate "C" not null,
    acknowledged_by   text,
    acknowledged_name text,
    acknowledged_at   timestamptz,
    constraint pk_gp_update_recipient primary key (tenant_id, update_id, practice),
    constraint fk_gp_update_recipient_update foreign key (tenant_id, update_id) references gp_update (tenant_id, id),
    constraint ck_gp_update_recipient_acknowledged check (
        num_nulls(acknowledged_by, acknowledged_name, acknowledged_at) in (0, 3))
);
create index ix_gp_update_recipient_practice on gp_update_recipient (tenant_id, practice, update_id);
comment on table gp_update_recipient is
    'To which practices an update went, the referring and the registered one, and who there has read it. Where the person is registered with another one since, that one stands in the place of the one that had not read it.';
call folkmoot.protect('gp_update_recipient');

-- When the practices of each referral had or have to be told, as it stands on a day. Nothing of it is kept: it follows from
-- what happened to the referral and from the updates that were sent. What happened is to be told within a week, and told it is
-- by the first update of that day or later that was written down after it. At the latest there is an update twelve weeks after the one before, or after
-- acceptance; such a day is a point only if no update came until then.
create function gp_update_point(today date)
    returns table (
        tenant_id text, referral_id uuid, occasion text, happened_on date, due_on date, update_id uuid, sent_on date,
        state text)
    language sql stable
begin atomic
    select p.tenant_id, p.referral_id, p.occasion, p.happened_on, p.due_on, p.update_id, p.sent_on,
        case when p.sent_on > p.due_on then 'late'
             when p.sent_on is not null then 'sent'
             when today > p.due_on then 'overdue'
             when today + 7 < p.due_on then 'ahead'
             else 'due' end
    from (
        select e.tenant_id, e.referral_id,
            case e.kind when 'plan-reviewed' then 'reviewed' else e.kind end as occasion,
            (e.happened_at at time zone 'Europe/London')::date as happened_on,
            (e.happened_at at time zone 'Europe/London')::date + 7 as due_on,
            u.id as update_id, (u.sent_at at time zone 'Europe/London')::date as sent_on
        from referral_event e
        left join lateral (
            select u.id, u.sent_at from gp_update u
            where u.tenant_id = e.tenant_id and u.referral_id = e.referral_id and u.recorded_at >= e.recorded_at
              and (u.sent_at at time zone 'Europe/London')::date >= (e.happened_at at time zone 'Europe/London')::date
            order by u.sent_at, u.id limit 1) u on true
        where e.kind in ('accepted', 'assessed', 'plan-agreed', 'plan-reviewed', 'transferred', 'closed')
            -- Of somebody whom no team took on there is nothing to tell. offset: each is looked up by itself.
            and (e.kind <> 'closed' or exists (
                select from referral_event a
                where a.tenant_id = e.tenant_id and a.referral_id = e.referral_id and a.kind = 'accepted' offset 0))
        union all
        select b.tenant_id, b.referral_id, 'twelve-weeks', b.since, b.since + 84, u.id,
            (u.sent_at at time zone 'Europe/London')::date
        from (
            select e.tenant_id, e.referral_id, e.happened_at as after,
                (e.happened_at at time zone 'Europe/London')::date as since
            from referral_event e where e.kind = 'accepted'
            union
            select s.tenant_id, s.referral_id, s.sent_at, (s.sent_at at time zone 'Europe/London')::date
            from gp_update s) b
        left join lateral (
            select u.id, u.sent_at from gp_update u
            where u.tenant_id = b.tenant_id and u.referral_id = b.referral_id and u.sent_at > b.after
            order by u.sent_at, u.id limit 1) u on true
        left join referral_event c on c.tenant_id = b.tenant_id and c.referral_id = b.referral_id and c.kind = 'closed'
        where (u.sent_at is null or (u.sent_at at time zone 'Europe/London')::date > b.since + 84)
          and (c.happened_at is null or (c.happened_at at time zone 'Europe/London')::date > b.since + 84)) p;
end;
comment on function gp_update_point is
    'The points at which practices are told: accepted, assessed, plan-agreed, reviewed, transferred, closed, and twelve-weeks. State: ahead, due (within seven days), overdue, sent, or late (sent after its day).';

grant select, insert, update on gp_update, gp_update_recipient to ${app};
grant delete on gp_update_recipient to ${app};
grant select on gp_update, gp_update_recipient to ${read};
