-- A log that has ended takes no vote any more, and the application ends it: when the ballot's hour has passed. Before that it
-- would keep voters from voting. So the database looks at the hour itself when a log is ended, by the clock by which it
-- refuses a vote that comes too late.
create function ballot_log_ends_at_its_hour() returns trigger
    language plpgsql
    security definer
    set search_path = public, pg_catalog, pg_temp
as $$
begin
    if not exists (
            select from ballot b
            where b.tenant_id = new.tenant_id
              and b.id = case when pg_input_is_valid(split_part(new.stream, '/', 2), 'uuid')
                              then split_part(new.stream, '/', 2)::uuid end
              and b.stream = new.stream and b.closes_at <= clock_timestamp()) then
        raise exception 'log % cannot be ended: its ballot is still open', new.stream using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
comment on function ballot_log_ends_at_its_hour is 'Refuses to end the log of a ballot before the ballot closes.';

-- Appending does not set this column, so a vote is not looked at.
create trigger ballot_log_ends_at_its_hour
    before update of closed on folkmoot.ledger_head
    for each row when (new.closed and not old.closed and starts_with(new.stream, 'ballot/'))
    execute function ballot_log_ends_at_its_hour();
