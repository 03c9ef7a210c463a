-- A load keeps many new names back before it files them under their words, which is much less work than filing each on its
-- own. What is kept back has to be read through by every search, so nothing of it may be left when the load ends; only
-- the owner of an index can have it filed.
create function settle_names() returns bigint
    language sql volatile
    security definer
    set search_path = public, pg_temp
begin atomic
    select gin_clean_pending_list('public.ix_organisation_name'::regclass);
end;
comment on function settle_names() is
    'Files the names of organisations that were kept back; the number of pages that held them.';

revoke all on function settle_names() from public;
grant execute on function settle_names() to ${app};
