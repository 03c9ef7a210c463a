-- Practice budgets and what was spent. Amounts are pence. What is replaced stays: the highest number is in force.

create table practice_budget (
    tenant_id               text        not null,
    practice                text        collate "C" not null,
    year                    integer     not null,
    number                  integer     not null,
    past_income_pence       bigint      not null,
    past_income_source      text        not null,
    adjustment_pence        bigint      not null,
    adjustment_reason       text,
    locums_pence            bigint      not null,
    substantive_staff_pence bigint      not null,
    premises_pence          bigint      not null,
    other_pence             bigint      not null,
    reason                  text        not null,
    recorded_by             text        not null,
    recorded_name           text        not null,
    recorded_at             timestamptz not null,
    constraint pk_practice_budget primary key (tenant_id, practice, year, number),
    constraint ck_practice_budget_heads check (
        least(locums_pence, substantive_staff_pence, premises_pence, other_pence) >= 0),
    constraint ck_practice_budget_adds_up check (
        locums_pence + substantive_staff_pence + premises_pence + other_pence = past_income_pence + adjustment_pence),
    constraint ck_practice_budget_adjustment check (adjustment_pence = 0 or adjustment_reason is not null)
);
comment on table practice_budget is
    'What a practice may spend in a financial year, set from its past income, by head. Rows are added and never altered.';
comment on column practice_budget.year is 'The year in which it begins, on 1 April.';
call folkmoot.protect('practice_budget');

create table practice_spend (
    tenant_id               text        not null,
    practice                text        collate "C" not null,
    month                   date        not null,
    number                  integer     not null,
    locums_pence            bigint      not null,
    substantive_staff_pence bigint      not null,
    premises_pence          bigint      not null,
    other_pence             bigint      not null,
    source                  text        not null,
    recorded_by             text        not null,
    recorded_name           text        not null,
    recorded_at             timestamptz not null,
    constraint pk_practice_spend primary key (tenant_id, practice, month, number),
    constraint ck_practice_spend_month check (extract(day from month) = 1)
);
comment on table practice_spend is
    'What a practice spent in a month, by head; a credit is less than nothing. Rows are added and never altered.';
comment on column practice_spend.month is 'Its first day.';
call folkmoot.protect('practice_spend');

create function month_share(total bigint, month integer) returns bigint
    language sql immutable parallel safe
    return total * month / 12 - total * (month - 1) / 12;
comment on function month_share(bigint, integer) is
    'What of a year''s amount belongs to its nth month: even, to the penny, and all twelve together the year''s.';
revoke all on function month_share(bigint, integer) from public;
grant execute on function month_share(bigint, integer) to ${app}, ${read};

create view budget_in_force with (security_invoker = true) as
    select distinct on (tenant_id, practice, year) *
    from practice_budget
    order by tenant_id, practice, year, number desc;
comment on view budget_in_force is 'Of each practice and year the newest budget.';

create view spend_in_force with (security_invoker = true) as
    select distinct on (tenant_id, practice, month) *
    from practice_spend
    order by tenant_id, practice, month, number desc;
comment on view spend_in_force is 'Of each practice and month the newest record of what was spent.';

create view budget_month with (security_invoker = true) as
    select b.tenant_id, b.practice, b.year, (make_date(b.year, 4, 1) + make_interval(months => n.nth - 1))::date as month,
        month_share(b.locums_pence, n.nth) as locums_pence,
        month_share(b.substantive_staff_pence, n.nth) as substantive_staff_pence,
        month_share(b.premises_pence, n.nth) as premises_pence,
        month_share(b.other_pence, n.nth) as other_pence
    from budget_in_force b cross join generate_series(1, 12) n (nth);
comment on view budget_month is 'The budgets in force, month by month.';

grant select, insert on practice_budget, practice_spend to ${app};
grant select on budget_in_force, spend_in_force, budget_month to ${app};
grant select on practice_budget, practice_spend, budget_in_force, spend_in_force, budget_month to ${read};
