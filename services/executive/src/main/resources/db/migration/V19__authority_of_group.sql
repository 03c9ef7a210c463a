-- What is done for a group at its meetings, or because of an enquiry, has no power behind it: it rests on the mandates that
-- counted for the group at that moment.

create table authority_of_group (
    tenant_id text        not null,
    kind      text        not null,
    id        text        not null,
    group_id  uuid        not null,
    at        timestamptz not null,
    constraint pk_authority_of_group primary key (tenant_id, kind, id, group_id)
);
create index ix_authority_of_group on authority_of_group (tenant_id, group_id);
comment on table authority_of_group is 'For which group something was begun, and when. Rows are added, never changed.';

create index ix_mandate_group on mandate (tenant_id, group_id);

-- Derived when it is read, so it is right in whatever order mandates are heard of, and after a replay from empty. When a
-- mandate counts is the rule of PowerCheck: from its first day, London's, to its last, and not from the instant of its lapse.
create view authority_of_mandate with (security_invoker = true) as
select o.tenant_id, m.id::text as mandate_id, o.kind, o.id
from authority_of_group o
join mandate m on m.tenant_id = o.tenant_id and m.group_id = o.group_id
where m.granted_at is not null
  and (o.at at time zone 'Europe/London')::date between m.from_day and m.until_day
  and (m.lapsed_at is null or o.at < m.lapsed_at);
comment on view authority_of_mandate is 'What was begun for a group while a mandate of it counted.';

-- What there is already: the migration is of no ICS, so the wall is opened for its owner and closed again.
alter table authority_node no force row level security;
alter table authority_link no force row level security;
alter table meeting no force row level security;
alter table enquiry no force row level security;
alter table action no force row level security;

insert into authority_node (tenant_id, kind, id, title, at)
select tenant_id, 'meeting', id::text,
    name || ', ' || to_char(starts_at at time zone 'Europe/London', 'FMDD FMMonth YYYY'), opened_at
from meeting where opened_at is not null;

insert into authority_link (tenant_id, upper_kind, upper_id, lower_kind, lower_id)
select tenant_id, 'meeting', meeting_id::text, 'action', id::text from action where meeting_id is not null;

insert into authority_of_group (tenant_id, kind, id, group_id, at)
select tenant_id, 'meeting', id::text, group_id, opened_at from meeting where opened_at is not null
union all
select tenant_id, 'enquiry', id::text, group_id, assigned_at from enquiry where assigned_at is not null;

alter table authority_node force row level security;
alter table authority_link force row level security;
alter table meeting force row level security;
alter table enquiry force row level security;
alter table action force row level security;
call folkmoot.protect('authority_of_group');

grant select, insert on authority_of_group to ${app};
grant select on authority_of_group, authority_of_mandate to ${read};
grant select on authority_of_mandate to ${app};
