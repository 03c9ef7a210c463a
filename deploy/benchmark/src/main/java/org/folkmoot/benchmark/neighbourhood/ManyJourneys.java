package org.folkmoot.benchmark.neighbourhood;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.folkmoot.benchmark.LocalPlatform;

/** A million journeys as the measures have them, and the same on tables without a tenant, an index or a rule. */
final class ManyJourneys {

    private static final int JOURNEYS = 1_000_000;
    private static final int TEAMS = 30;
    private static final int PRACTICES = 150;
    private static final int DAYS = 900;

    private ManyJourneys() {}

    static void make(LocalPlatform platform) throws SQLException {
        try (Connection connection = platform.superuser("neighbourhood");
                Statement statement = connection.createStatement()) {
            for (String sql : statements()) {
                statement.execute(sql);
            }
        }
    }

    /** What the measures by team of the last 24 months are computed from, on the bare tables. */
    static List<String> bare() {
        return List.of("""
                select team_id::text, date_trunc('month', submitted_on::timestamp)::date, count(*),
                    count(*) filter (where accepted), sum(redirects), count(days),
                    count(*) filter (where assessed_on is not null or due_on < coalesce(ended_on, current_date)),
                    count(*) filter (where days <= 28), percentile_cont(array[0.5, 0.9]) within group (order by days)
                from trial.journey
                where submitted_on >= date_trunc('month', current_date) - interval '23 months' group by 1, 2""", """
                select team_id::text, date_trunc('month', moved.on_day::timestamp)::date, sum(moved.care), sum(moved.plan)
                from trial.journey cross join lateral (values
                    (assessed_on, 1, 0), (ended_on, -1, 0),
                    (case when plan_on <= coalesce(ended_on, 'infinity') then greatest(assessed_on, plan_on) end, 0, 1),
                    (case when plan_on <= ended_on then ended_on end, 0, -1)) moved (on_day, care, plan)
                where assessed_on is not null and moved.on_day is not null group by 1, 2""", """
                select team_id::text, date_trunc('month', due_on::timestamp)::date,
                    count(*) filter (where sent_on is not null or due_on < current_date),
                    count(*) filter (where sent_on <= due_on)
                from trial.gp_update
                where due_on >= date_trunc('month', current_date) - interval '23 months' group by 1, 2""").stream()
                .map(sql -> sql.replace('\n', ' '))
                .toList();
    }

    private static List<String> statements() {
        return List.of(
                "create schema trial",
                """
                create table trial.journey as
                select ('00000000-0000-7000-8000-0000000000' || lpad((n %% %2$d)::text, 2, '0'))::uuid as team_id,
                    'G' || lpad((n %% %3$d)::text, 5, '0') as practice, submitted_on, true as accepted,
                    case when n %% 10 > 0 then submitted_on + n %% 45 end as assessed_on,
                    case when n %% 10 > 0 then n %% 45 end as days, submitted_on + 28 as due_on,
                    case when n %% 4 > 0 then submitted_on + 50 end as plan_on,
                    case when n %% 5 > 0 then submitted_on + 60 + n %% 200 end as ended_on, n %% 20 / 19 as redirects
                from (select n, current_date - n %% %4$d as submitted_on from generate_series(1, %1$d) n) each
                """.formatted(JOURNEYS, TEAMS, PRACTICES, DAYS),
                """
                create table trial.gp_update as
                select team_id, practice, submitted_on + 7 + 21 * point as due_on,
                    case when point < 2 then submitted_on + 5 + 21 * point end as sent_on
                from trial.journey cross join generate_series(0, 2) point
                """,
                """
                insert into journey_measure (tenant_id, journey_id, team_id, practice, submitted_on, accepted, assessed_on,
                    days, due_on, plan_on, ended_on, redirects)
                select 'qkk', uuidv7(), team_id, practice, submitted_on, accepted, assessed_on, days, due_on, plan_on, ended_on,
                    redirects
                from trial.journey
                """,
                """
                insert into gp_update_measure
                    (tenant_id, referral_id, occasion, happened_on, due_on, sent_on, team_id, practice)
                select 'qkk', uuidv7(), 'accepted', due_on - 7, due_on, sent_on, team_id, practice from trial.gp_update
                """,
                "grant usage on schema trial to neighbourhood_app",
                "grant select on trial.journey, trial.gp_update to neighbourhood_app",
                "vacuum analyze journey_measure, gp_update_measure, trial.journey, trial.gp_update");
    }
}
