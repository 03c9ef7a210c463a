-- Of each decision that is heard of, whose it is: an objection to a decision is to one that there is.
alter table power_use add column group_id uuid;
create index ix_power_use_decision on power_use (tenant_id, decision);
comment on column power_use.group_id is
    'For which group it was decided, as the executive announced it; null where that was not said, or not kept.';

-- The LMC's executive acts for the board in other matters, and objected in the board's name: nobody else could do that.
do $$
declare
    ics text;
begin
    for ics in select i.tenant_id from folkmoot.ics i loop
        perform set_config('folkmoot.tenant', ics, true);
        update objection set organisation = 'LMC' where tenant_id = ics and organisation = upper(ics);
        update power_use u set group_id = p.group_id
            from power p where u.tenant_id = ics and p.tenant_id = ics and p.id = u.power_id;
    end loop;
    perform set_config('folkmoot.tenant', '', true);
end $$;
comment on column objection.organisation is
    'In whose name: the code of a practice or a network, or LMC, which is no ODS code.';
