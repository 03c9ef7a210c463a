-- At most two credentials of a system are good at once, and none of one that was shut out: whoever writes, and however many
-- at once.

create function external_system_credential_good() returns trigger
    language plpgsql
as $$
declare
    shut_out boolean;
begin
    -- Whoever gives the same system another one waits here, and then counts this one.
    select s.revoked_at is not null into shut_out
        from external_system s where s.tenant_id = new.tenant_id and s.id = new.system_id for update;
    if shut_out then
        raise exception 'external system % was shut out', new.system_id
            using errcode = 'check_violation', constraint = 'ck_external_system_credential_let_in',
                table = 'external_system_credential';
    end if;
    if (select count(*) from external_system_credential c
        where c.tenant_id = new.tenant_id and c.system_id = new.system_id and c.number <> new.number
            and c.dropped_at is null) >= 2 then
        raise exception 'external system % has two credentials', new.system_id
            using errcode = 'check_violation', constraint = 'ck_external_system_credential_most',
                table = 'external_system_credential';
    end if;
    return new;
end
$$;
comment on function external_system_credential_good is 'Refuses a third credential that is good, and any of a system that was shut out.';

create trigger external_system_credential_good
    before insert or update on external_system_credential
    for each row when (new.dropped_at is null) execute function external_system_credential_good();
