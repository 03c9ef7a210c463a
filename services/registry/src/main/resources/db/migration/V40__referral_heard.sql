-- What the evaluation panel takes from the neighbourhood teams' events.

create table referral_heard (
    tenant_id      text        not null,
    journey        uuid        not null,
    practice       text        collate "C",
    submitted_on   date,
    within_28_days boolean,
    assessed_said  timestamptz,
    constraint pk_referral_heard primary key (tenant_id, journey),
    constraint ck_referral_heard_assessed check ((within_28_days is null) = (assessed_said is null))
);
comment on table referral_heard is
    'Journeys through neighbourhood teams as the neighbourhood service announced them: which practice referred first, when, and whether the person was assessed in time. Nothing here says who the person is.';
comment on column referral_heard.submitted_on is 'Absent while the assessment was heard of before the referral.';
comment on column referral_heard.assessed_said is 'When the newest word on the assessment was said: what is said later corrects it.';
call folkmoot.protect('referral_heard');

-- A practice's month as others may see it. A number from 1 to 4 is withheld. Where one is, so is what it could be worked out
-- from: the month's next smallest numbers, until at least two practices and five referrals are withheld together.
create view referral_month with (security_invoker = true) as
    with counted as (
        select tenant_id, practice,
            date_trunc('month', submitted_on::timestamp)::date as month,
            count(*) as referrals, count(*) filter (where within_28_days) as in_time
        from referral_heard
        where submitted_on is not null and practice is not null
        group by tenant_id, practice, month),
    ranked as (
        select c.*,
            min(referrals) over (partition by tenant_id, month) < 5 as any_small,
            row_number() over by_size as place,
            coalesce(sum(referrals) over (by_size rows between unbounded preceding and 1 preceding), 0) as before
        from counted c
        window by_size as (partition by tenant_id, month order by referrals, practice)),
    judged as (
        select r.*,
            any_small and (place <= 2 or before < 5 or referrals < 5) as few,
            in_time between 1 and 4 or referrals - in_time between 1 and 4 as few_in_time
        from ranked r),
    ranked_again as (
        select j.*,
            bool_or(few or few_in_time) over (partition by tenant_id, month) as any_small_in_time,
            row_number() over by_size as place_in_time,
            coalesce(sum(referrals) over (by_size rows between unbounded preceding and 1 preceding), 0) as before_in_time
        from judged j
        window by_size as (
            partition by tenant_id, month
            order by few or few_in_time desc, least(in_time, referrals - in_time), practice))
    select tenant_id, practice, month,
        case when not few then referrals end as referrals,
        case when not few and not few_in_time
                and not (any_small_in_time and (place_in_time <= 2 or before_in_time < 5)) then in_time end as in_time
    from ranked_again;
comment on view referral_month is
    'A practice''s referrals of a month and how many of these were assessed within 28 days; empty where the number, or one that follows from it, is below five.';

grant select, insert, update on referral_heard to ${app};
grant select on referral_month to ${app};
grant select on referral_month to ${read};
