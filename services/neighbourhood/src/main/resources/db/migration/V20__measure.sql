-- What the measures are computed from: one narrow row a journey, and one a point at which practices are told.
--
-- Nothing is said here that does not follow from referral_event, clock_pause and gp_update. Triggers write the rows in the
-- transaction of whatever they follow from, so a late event corrects a past month in the moment in which it is written down,
-- and the figures of a million journeys come from an index alone.

create table journey_measure (
    tenant_id    text    not null,
    journey_id   uuid    not null,
    team_id      uuid    not null,
    practice     text    collate "C",
    submitted_on date    not null,
    accepted     boolean not null,
    assessed_on  date,
    days         integer,
    due_on       date    not null,
    plan_on      date,
    ended_on     date,
    redirects    integer not null,
    constraint pk_journey_measure primary key (tenant_id, journey_id),
    constraint ck_journey_measure_days check ((days is null) = (assessed_on is null))
);
create index ix_journey_measure_submitted on journey_measure (tenant_id, submitted_on)
    include (team_id, practice, accepted, assessed_on, days, due_on, plan_on, ended_on, redirects);
create index ix_journey_measure_team on journey_measure (tenant_id, team_id, submitted_on)
    include (practice, accepted, assessed_on, days, due_on, plan_on, ended_on, redirects);
comment on table journey_measure is
    'When each journey was submitted, assessed, planned and ended, as its events tell. Kept by triggers; it can be made anew from them at any time.';
comment on column journey_measure.team_id is 'The team that has the person, or had them last.';
comment on column journey_measure.practice is 'Which practice referred; where a team found the person, the one where they are registered.';
comment on column journey_measure.days is 'From submission to assessment, those of pauses not counted.';
comment on column journey_measure.due_on is 'The last day for the assessment; infinity while the clock stands still.';
comment on column journey_measure.plan_on is 'The day of the first agreed care plan.';
call folkmoot.protect('journey_measure');

create table gp_update_measure (
    tenant_id   text not null,
    referral_id uuid not null,
    occasion    text not null,
    happened_on date not null,
    due_on      date not null,
    sent_on     date,
    team_id     uuid not null,
    practice    text collate "C"
);
create index ix_gp_update_measure_referral on gp_update_measure (tenant_id, referral_id);
create index ix_gp_update_measure_due on gp_update_measure (tenant_id, due_on) include (team_id, practice, sent_on);
comment on table gp_update_measure is
    'When practices had or have to be told of each referral, and when they were. Kept by triggers, like journey_measure.';
call folkmoot.protect('gp_update_measure');

create function journey_measures(journeys uuid[]) returns setof journey_measure
    language sql stable
begin atomic
    select j.tenant_id, j.id, stage.team_id, coalesce(first.practice, p.registered_practice), clock.submitted_on, e.accepted,
        clock.assessed_on,
        case when clock.assessed_on is not null then clock.days end,
        case when clock.paused and clock.due_on >= (now() at time zone 'Europe/London')::date then 'infinity'
             else clock.due_on end,
        e.plan_on, stage.ended_on, e.redirects
    from journey j
    join patient p on p.tenant_id = j.tenant_id and p.id = j.patient_id
    cross join lateral (
        select c.submitted_on, c.assessed_on, c.due_on, c.paused, c.days
        from referral_clock((now() at time zone 'Europe/London')::date) c
        where c.tenant_id = j.tenant_id and c.journey_id = j.id
        offset 0) clock -- offset: the journey narrows the clock before it is computed
    cross join lateral (
        select r.practice from referral r
        where r.tenant_id = j.tenant_id and r.journey_id = j.id order by r.id limit 1) first
    cross join lateral (
        select r.team_id, (
                select (min(o.happened_at) at time zone 'Europe/London')::date from referral_event o
                where o.tenant_id = r.tenant_id and o.referral_id = r.id and o.kind in ('closed', 'returned')) as ended_on
        from referral r
        where r.tenant_id = j.tenant_id and r.journey_id = j.id order by r.id desc limit 1) stage
    cross join lateral (
        select coalesce(bool_or(o.kind = 'accepted'), false) as accepted,
            (min(o.happened_at) filter (where o.kind = 'plan-agreed') at time zone 'Europe/London')::date as plan_on,
            (count(*) filter (where o.kind = 'redirected'))::integer as redirects
        from referral r
        join referral_event o on o.tenant_id = r.tenant_id and o.referral_id = r.id
        where r.tenant_id = j.tenant_id and r.journey_id = j.id) e
    where j.tenant_id = folkmoot.current_tenant() and j.id = any (journeys);
end;
comment on function journey_measures is 'The rows of these journeys, computed from what happened.';

create function gp_update_measures(referrals uuid[]) returns setof gp_update_measure
    language sql stable
begin atomic
    select r.tenant_id, r.id, point.occasion, point.happened_on, point.due_on, point.sent_on, r.team_id,
        coalesce(first.practice, p.registered_practice)
    from referral r
    join patient p on p.tenant_id = r.tenant_id and p.id = r.patient_id
    cross join lateral (
        select f.practice from referral f
        where f.tenant_id = r.tenant_id and f.journey_id = r.journey_id order by f.id limit 1) first
    cross join lateral (
        select u.occasion, u.happened_on, u.due_on, u.sent_on
        from gp_update_point((now() at time zone 'Europe/London')::date) u
        where u.tenant_id = r.tenant_id and u.referral_id = r.id
        offset 0) point
    where r.tenant_id = folkmoot.current_tenant() and r.id = any (referrals);
end;
comment on function gp_update_measures is 'The rows of these referrals, computed from what happened and what was sent.';

create function measure_journeys(journeys uuid[]) returns void
    language plpgsql
as $$
begin
    -- Two who write of one journey at once must not each miss what the other wrote.
    perform pg_advisory_xact_lock(hashtextextended('measures of ' || folkmoot.current_tenant() || ' ' || each.id, 0))
        from (select distinct id from unnest(journeys) id order by id) each;
    insert into journey_measure select * from journey_measures(journeys)
        on conflict (tenant_id, journey_id) do update
        set team_id = excluded.team_id, practice = excluded.practice, submitted_on = excluded.submitted_on,
            accepted = excluded.accepted, assessed_on = excluded.assessed_on, days = excluded.days,
            due_on = excluded.due_on, plan_on = excluded.plan_on, ended_on = excluded.ended_on,
            redirects = excluded.redirects;
end
$$;
comment on function measure_journeys is 'Writes the rows of these journeys anew.';

create function measure_gp_updates(referrals uuid[]) returns void
    language plpgsql
as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('updates of ' || folkmoot.current_tenant() || ' ' || each.id, 0))
        from (select distinct id from unnest(referrals) id order by id) each;
    delete from gp_update_measure
        where tenant_id = folkmoot.current_tenant() and referral_id = any (referrals);
    insert into gp_update_measure select * from gp_update_measures(referrals);
end
$$;
comment on function measure_gp_updates is 'Writes the rows of these referrals anew.';

create function measure_events() returns trigger
    language plpgsql
as $$
declare
    told uuid[];
begin
    perform measure_journeys(array(select distinct journey_id from added));
    told := array(
        select distinct referral_id from added
        where kind in ('accepted', 'assessed', 'plan-agreed', 'plan-reviewed', 'transferred', 'closed'));
    if cardinality(told) > 0 then
        perform measure_gp_updates(told);
    end if;
    return null;
end
$$;
comment on function measure_events is 'Whatever happens to a referral changes its figures with it.';

create function measure_pauses() returns trigger
    language plpgsql
as $$
begin
    perform measure_journeys(array(select distinct journey_id from added));
    return null;
end
$$;
comment on function measure_pauses is 'A pause changes its journey''s figures with it.';

create function measure_sent() returns trigger
    language plpgsql
as $$
begin
    perform measure_gp_updates(array(select distinct referral_id from added));
    return null;
end
$$;
comment on function measure_sent is 'An update that is sent changes the figures of its referral with it.';

create trigger referral_event_measured after insert on referral_event
    referencing new table as added for each statement execute function measure_events();
create trigger clock_pause_begun_measured after insert on clock_pause
    referencing new table as added for each statement execute function measure_pauses();
create trigger clock_pause_ended_measured after update on clock_pause
    referencing new table as added for each statement execute function measure_pauses();
create trigger gp_update_measured after insert on gp_update
    referencing new table as added for each statement execute function measure_sent();

grant select, insert, update on journey_measure to ${app};
grant select, insert, delete on gp_update_measure to ${app};
grant select on journey_measure, gp_update_measure to ${read};
