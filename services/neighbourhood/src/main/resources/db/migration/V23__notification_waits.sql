-- While the demographics service does not answer, a notification waits, and is looked at again by itself.

alter table nhs_notification
    add column tries  integer not null default 0,
    add column try_at timestamptz,
    drop constraint ck_nhs_notification_state,
    add constraint ck_nhs_notification_state
        check (state in ('done', 'not-ours', 'kept', 'unresolved', 'waiting')),
    add constraint ck_nhs_notification_waiting
        check ((state = 'waiting') = (try_at is not null) and (try_at is null or patient_id is not null));
create index ix_nhs_notification_waiting on nhs_notification (tenant_id, try_at) where try_at is not null;
comment on column nhs_notification.state is
    'done; not-ours: of nobody who is known here; kept: of a type that means nothing here; unresolved: what it tells of could not be found out; waiting: whoever could tell does not answer, and is asked again.';
comment on column nhs_notification.tries is 'How often it was looked at again while it waited.';
comment on column nhs_notification.try_at is 'From when on it is looked at again, while it waits.';
