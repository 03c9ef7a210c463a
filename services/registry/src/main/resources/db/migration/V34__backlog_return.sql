-- Backlog returns: what a practice says, of its own accord, about a week.

create table backlog_return (
    tenant_id         text        not null,
    practice          text        collate "C" not null,
    week              date        not null,
    number            integer     not null,
    waiting           integer     not null,
    longest_wait_days integer,
    capacity          integer     not null,
    note              text,
    recorded_by       text        not null,
    recorded_name     text        not null,
    recorded_at       timestamptz not null,
    constraint pk_backlog_return primary key (tenant_id, practice, week, number),
    constraint ck_backlog_return_week check (extract(isodow from week) = 1),
    constraint ck_backlog_return_counts check (waiting >= 0 and capacity >= 0 and longest_wait_days >= 0)
);
comment on table backlog_return is
    'What a practice reports, voluntarily, of a week: who waits for an appointment, and how many it can give. Rows are added and never altered: the highest number of a week holds.';
comment on column backlog_return.week is 'Its Monday.';
comment on column backlog_return.waiting is 'Patients who had asked for an appointment by the end of the week and had none.';
comment on column backlog_return.capacity is 'Appointments that the practice could offer in the week.';
call folkmoot.protect('backlog_return');

create view backlog_in_force with (security_invoker = true) as
    select distinct on (tenant_id, practice, week) *
    from backlog_return
    order by tenant_id, practice, week, number desc;
comment on view backlog_in_force is 'Of each practice and week the newest return.';

grant select, insert on backlog_return to ${app};
grant select on backlog_in_force to ${app};
grant select on backlog_return, backlog_in_force to ${read};
