-- Meetings that do not take place.

alter table meeting add column cancelled_at timestamptz;
alter table meeting add column cancelled_why text;
alter table meeting drop constraint ck_meeting_state;
alter table meeting drop constraint ck_meeting_called;
alter table meeting add constraint ck_meeting_state check (
    state in ('draft', 'called', 'in-session', 'closed', 'minutes-approved', 'cancelled'));
alter table meeting add constraint ck_meeting_called check (
    case state when 'draft' then called_at is null when 'cancelled' then true else called_at is not null end);
alter table meeting add constraint ck_meeting_cancelled check (
    num_nulls(cancelled_at, cancelled_why) = case state when 'cancelled' then 0 else 2 end
    and (cancelled_at is null or opened_at is null));
comment on column meeting.cancelled_why is 'Why it does not take place.';
