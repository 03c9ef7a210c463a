-- A secret address answers only while its owner keeps using the service in a role that may have one.

alter table calendar_feed add column renewed_at timestamptz;
-- The migration is of no ICS, so the wall is opened for its owner and closed again.
alter table calendar_feed no force row level security;
update calendar_feed set renewed_at = clock_timestamp();
alter table calendar_feed force row level security;
alter table calendar_feed alter column renewed_at set not null;
comment on column calendar_feed.renewed_at is
    'When its owner last came in a role that may have an address; roles are known from tokens only, so it goes no further than that.';
