package org.folkmoot.neighbourhood;

import java.util.List;
import java.util.Set;
import org.folkmoot.neighbourhood.access.Reader;
import org.folkmoot.tenancy.Person;
import org.folkmoot.tenancy.Roles;
import org.folkmoot.tenancy.Tenant;

/** An ICS with so many referrals that what reads them all is seen; for tests of what a question reads. */
public final class LargeIcs {

    public static final Tenant TENANT = Tenant.of("qwe");

    /** In one of its 200 teams, and of one of its 300 practices. */
    public static final Reader READER =
            new Reader(new Person("s7", "Seven"), List.of("B0007"), Set.of(Roles.CASE_MANAGER));

    private LargeIcs() {}

    /** Fills it once. */
    public static void fill() {
        if (!Neighbourhood.rows("select id from team where tenant_id = 'qwe' limit 1")
                .isEmpty()) {
            return;
        }
        Neighbourhood.sql("""
                set session_replication_role = replica;
                create function pg_temp.nth(kind int, n int) returns uuid language sql immutable return
                    ('00000000-0000-0000-' || lpad(to_hex(kind), 4, '0') || '-' || lpad(to_hex(n), 12, '0'))::uuid;
                insert into team (tenant_id, id, name, neighbourhood, relation, services, formed_on, made_by, made_at)
                    select 'qwe', pg_temp.nth(1, n), 'Team ' || n, pg_temp.nth(9, n), 'parallel', '[]', '2026-01-01', 'x', now()
                    from generate_series(1, 200) n;
                insert into team_member (tenant_id, id, team_id, subject, name, sector, role, joined_at)
                    select 'qwe', pg_temp.nth(2, n), pg_temp.nth(1, n % 200 + 1), 's' || n, 'M', 'therapists', 'T', now()
                    from generate_series(1, 2000) n;
                insert into patient (tenant_id, id, nhs_hash, key_number, key_wrapped, nhs_number, family_name, given_name,
                        birth_date, registered_practice, made_by, made_at)
                    select 'qwe', pg_temp.nth(3, n), sha256(n::text::bytea), 1, '\\x01', '\\x01', '\\x01', '\\x01', '\\x01',
                        'B' || lpad((n % 300)::text, 4, '0'), 'x', now()
                    from generate_series(1, 30000) n;
                insert into journey (tenant_id, id, patient_id, begun_at)
                    select 'qwe', pg_temp.nth(4, n), pg_temp.nth(3, n), now() from generate_series(1, 30000) n;
                insert into referral (tenant_id, id, journey_id, patient_id, team_id, practice, came_by, criteria, priority,
                        reason, state, made_by, made_name, made_at)
                    select 'qwe', pg_temp.nth(5, n), pg_temp.nth(4, n), pg_temp.nth(3, n), pg_temp.nth(1, n % 200 + 1),
                        'B' || lpad((n % 300)::text, 4, '0'), 'practice', '[]', 'routine', '\\x01',
                        case n % 10 when 0 then 'submitted' when 1 then 'accepted' when 2 then 'in-care' else 'closed' end,
                        'x', 'X', now()
                    from generate_series(1, 30000) n;
                insert into referral_event (tenant_id, id, referral_id, journey_id, kind, happened_at, recorded_at, by_subject,
                        by_name)
                    select 'qwe', pg_temp.nth(6, n * 3 + k), pg_temp.nth(5, n), pg_temp.nth(4, n),
                        (array['submitted', 'accepted', 'assessed'])[k + 1], now() - interval '30 days', now(), 'x', 'X'
                    from generate_series(1, 30000) n cross join generate_series(0, 2) k;
                insert into case_manager (tenant_id, id, referral_id, subject, name, from_at, until_at)
                    select 'qwe', pg_temp.nth(7, n), pg_temp.nth(5, n), 's' || n % 2000, 'M', now() - interval '20 days',
                        case when n % 10 in (1, 2) then null else now() end
                    from generate_series(1, 30000) n;
                insert into clock_pause (tenant_id, id, journey_id, reason, from_at, until_at, recorded_by, recorded_name,
                        recorded_at)
                    select 'qwe', pg_temp.nth(8, n), pg_temp.nth(4, n), 'awaiting-consent', now() - interval '9 days', now(),
                        'x', 'X', now()
                    from generate_series(1, 10000) n;
                insert into handover (tenant_id, id, referral_id, from_subject, from_name, to_subject, to_name, words,
                        offered_by, offered_name, offered_at)
                    select 'qwe', pg_temp.nth(10, n), pg_temp.nth(5, n), 'a', 'A', 's' || n % 2000, 'M', '\\x01', 'a', 'A', now()
                    from generate_series(1, 10000) n;
                insert into access_grant (tenant_id, id, patient_id, kind, organisation, from_at, given_by)
                    select 'qwe', pg_temp.nth(11, n), pg_temp.nth(3, n), 'share', 'B' || lpad((n % 300)::text, 4, '0'), now(), 'x'
                    from generate_series(1, 10000) n;
                reset session_replication_role;
                """);
        Neighbourhood.sql("vacuum analyze");
    }
}
