-- The application may append to the ledger, since it has audit trails to write. In the log of a ballot it would be a vote that
-- passed no check of hour, elector, recusal or proxy. So an entry stays there only if it is, when its transaction commits, the
-- vote that cast_vote wrote of that voter: the table of votes is one that the application cannot write.
--
-- It is looked at then, and not before, because a vote holds the hash of its entry. The payload says whose vote the entry is
-- taken for: cast_vote is told voter and payload by its caller, and here they are one.
create function ballot_log_holds_votes() returns trigger
    language plpgsql
    security definer
    set search_path = public, pg_catalog, pg_temp
as $$
begin
    if not exists (
            select from vote v
            where v.tenant_id = new.tenant_id
              and v.ballot_id = case when pg_input_is_valid(split_part(new.stream, '/', 2), 'uuid')
                                     then split_part(new.stream, '/', 2)::uuid end
              and v.voter = new.payload::json ->> 'voter'
              and v.casting = coalesce(new.payload::json ->> 'casting' = 'true', false)
              and v.entry = new.number and v.hash = new.hash) then
        raise exception 'entry % of % refused: entries come into the log of a ballot only by casting', new.number, new.stream
            using errcode = 'restrict_violation';
    end if;
    return null;
end $$;
comment on function ballot_log_holds_votes is 'Refuses an entry in the log of a ballot that is no vote which was cast.';

create constraint trigger ballot_log_holds_votes
    after insert on folkmoot.ledger_entry
    deferrable initially deferred
    for each row when (starts_with(new.stream, 'ballot/'))
    execute function ballot_log_holds_votes();
