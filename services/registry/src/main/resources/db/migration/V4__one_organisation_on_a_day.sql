-- Questions about one organisation. A function that stands among the tables of a query becomes part of its plan; icb_on()
-- was planned and started anew for each row. A union is not looked into by a join, so on_register() would be made whole.

create function registered_on(code text, day date)
    returns table (practice text, icb text, sub_icb text, supplier text)
    language sql stable
begin atomic
    select r.practice, r.icb, r.sub_icb, r.supplier
    from registration r
    where r.practice = code and r.on_register and r.valid_from <= day and r.valid_to > day
    union all
    select l.practice, null, l.sub_icb, null
    from list_size l
    where l.practice = code and not map_known(day) and l.valid_from <= day and l.valid_to > day
    union all
    select r.practice, null, r.sub_icb, r.supplier
    from registration r
    where r.practice = code and not map_known(day) and not lists_known(day) and r.on_register and r.valid_from > day
      and not exists (select from registration e where e.practice = r.practice and e.valid_from < r.valid_from);
end;
comment on function registered_on(text, date) is
    'What on_register() says of one practice; no row when it is not on the register.';

create function icb_at(o organisation, day date) returns table (icb text)
    language sql stable parallel safe
begin atomic
    select case o.kind
        when 'icb' then o.code
        when 'sub-icb' then o.parent
        when 'region' then null
        else icb_of(w.code, r.icb, s.parent, w.icb, b.code is not null)
        end
    from (values (true)) one (row)
    left join organisation p on o.kind = 'branch' and p.code = o.parent and p.valid_from <= day and p.valid_to > day
    cross join lateral (
        select case when o.kind = 'branch' then p.code else o.code end as code,
            case when o.kind = 'branch' then p.commissioner else o.commissioner end as commissioner,
            case when o.kind = 'branch' then p.icb else o.icb end as icb) w
    left join lateral registered_on(w.code, day) r on true
    left join organisation s on s.code = coalesce(r.sub_icb, w.commissioner) and s.kind = 'sub-icb'
        and s.valid_from <= day and s.valid_to > day
    left join organisation b on b.code = w.icb and b.kind = 'icb' and b.valid_from <= day and b.valid_to > day;
end;
comment on function icb_at(organisation, date) is
    'The ICB to which an organisation belongs on a day, or null, in one row; a branch belongs to that of its practice.';

drop function icb_on(organisation, date);

revoke all on function registered_on(text, date), icb_at(organisation, date) from public;
grant execute on function registered_on(text, date), icb_at(organisation, date) to ${app}, ${read};
