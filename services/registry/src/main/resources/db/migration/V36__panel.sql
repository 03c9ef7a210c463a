-- What the evaluation panel takes from other services' events.

create table ballot_participation (
    tenant_id   text        not null,
    ballot      uuid        not null,
    practice    text        collate "C" not null,
    voted       boolean     not null,
    declared_at timestamptz not null,
    constraint pk_ballot_participation primary key (tenant_id, ballot, practice)
);
comment on table ballot_participation is
    'Which practices could vote in a ballot that was declared, and which did, as the mandate service announced it. How they voted is not known here.';
call folkmoot.protect('ballot_participation');

create view participation_month with (security_invoker = true) as
    select tenant_id, practice, date_trunc('month', declared_at at time zone 'Europe/London')::date as month,
        count(*) as ballots, count(*) filter (where voted) as voted
    from ballot_participation
    group by tenant_id, practice, month;
comment on view participation_month is 'In how many of a month''s ballots a practice could vote, and in how many it did.';

grant select, insert on ballot_participation to ${app};
grant select on participation_month to ${app};
grant select on ballot_participation, participation_month to ${read};
