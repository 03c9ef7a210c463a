-- Who was on the patient register on a day is on_register(), for every question: also for those that begin with one
-- organisation, and for the ICB of a day before the first map.

create or replace function icb_on(o organisation, day date) returns text
    language sql stable parallel safe cost 1000
    return case o.kind
        when 'icb' then o.code
        when 'sub-icb' then o.parent
        when 'region' then null
        else (
            select icb_of(w.code, r.icb, s.parent, w.icb, b.code is not null)
            from (select o.code, o.commissioner, o.icb where o.kind <> 'branch'
                  union all
                  select p.code, p.commissioner, p.icb from organisation p
                  where o.kind = 'branch' and p.code = o.parent and p.valid_from <= day and p.valid_to > day) w
            left join on_register(day) r on r.practice = w.code
            left join organisation s on s.code = coalesce(r.sub_icb, w.commissioner) and s.kind = 'sub-icb'
                and s.valid_from <= day and s.valid_to > day
            left join organisation b on b.code = w.icb and b.kind = 'icb' and b.valid_from <= day and b.valid_to > day)
        end;

create function ever_registered_in(board text) returns setof text
    language sql stable
begin atomic
    select r.practice from registration r where r.icb = board
    union all
    select r.practice from registration r join organisation s on s.code = r.sub_icb where s.parent = board
    union all
    select l.practice from list_size l join organisation s on s.code = l.sub_icb where s.parent = board;
end;
comment on function ever_registered_in(text) is
    'The practices that the register ever gave to an ICB, some of them more than once: no other can be given to it by on_register().';

revoke all on function ever_registered_in(text) from public;
grant execute on function ever_registered_in(text) to ${app}, ${read};
