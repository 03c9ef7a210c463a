package org.folkmoot.neighbourhood;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.folkmoot.nhs.LondonTime;
import org.jspecify.annotations.Nullable;

/**
 * People who went through a team in past months, written down as events with the dates on which they happened. They were
 * erased since, so there is nothing that would have to be sealed.
 */
final class Cohort {

    private final String team;
    private final String practice;

    /** Of {@link Neighbourhood#PRACTICE}. */
    Cohort(String team) {
        this(team, Neighbourhood.PRACTICE);
    }

    Cohort(String team, String practice) {
        this.team = team;
        this.practice = practice;
    }

    /**
     * So many people who were submitted on that day, taken on the day after, assessed after so many days, and closed at once.
     *
     * @param assessedAfter days; null if nobody assessed them, and then they wait until today
     * @return their journeys, each with a referral of the same identifier
     */
    List<String> came(LocalDate day, int people, @Nullable Integer assessedAfter) {
        String assessed = assessedAfter == null ? "" : """
                union all select n.id, 'assessed', timestamptz '%1$s' from n
                union all select n.id, 'closed', timestamptz '%1$s' + interval '1 hour' from n
                """.formatted(at(day.plusDays(assessedAfter), 10));
        String until = assessedAfter == null ? "null" : "timestamptz '" + at(day.plusDays(assessedAfter), 11) + "'";
        return write(day, people, assessedAfter == null ? "accepted" : "closed", until, assessed);
    }

    /** So many people who were submitted on that day, assessed ten days later, and are in care since. */
    List<String> stayed(LocalDate day, int people) {
        return write(
                day,
                people,
                "in-care",
                "null",
                "union all select n.id, 'assessed', timestamptz '%s' from n".formatted(at(day.plusDays(10), 10)));
    }

    /** Something that happened to somebody on that day and is written down now. */
    static void happened(String referral, String kind, LocalDate day) {
        run("""
                insert into referral_event
                    (tenant_id, id, referral_id, journey_id, kind, happened_at, recorded_at, by_subject, by_name)
                values ('qkk', gen_random_uuid(), '%1$s', '%1$s', '%2$s', '%3$s', now(), 'somebody', 'Somebody')
                """.formatted(referral, kind, at(day, 10)));
    }

    /** A pause that is written down now. */
    static void paused(String journey, LocalDate from, LocalDate until) {
        run("""
                insert into clock_pause
                    (tenant_id, id, journey_id, reason, from_at, until_at, recorded_by, recorded_name, recorded_at)
                values ('qkk', gen_random_uuid(), '%s', 'person-unavailable', '%s', '%s', 'somebody', 'Somebody', now())
                """.formatted(journey, at(from, 10), at(until, 10)));
    }

    /** Somebody's care ended on that day, as is written down now. */
    static void closed(String referral, LocalDate day) {
        run("""
                insert into referral_event
                    (tenant_id, id, referral_id, journey_id, kind, happened_at, recorded_at, by_subject, by_name)
                values ('qkk', gen_random_uuid(), '%1$s', '%1$s', 'closed', '%2$s', now(), 'somebody', 'Somebody');
                update case_manager set until_at = '%2$s' where referral_id = '%1$s';
                update referral set state = 'closed' where id = '%1$s'
                """.formatted(referral, at(day, 10)));
    }

    /** Somebody's practices were told on that day, which is written down now. */
    static void told(String referral, LocalDate day) {
        run("""
                insert into gp_update (tenant_id, id, referral_id, words, sent_by, sent_name, sent_at, recorded_at)
                values ('qkk', gen_random_uuid(), '%s', '', 'somebody', 'Somebody', '%s', now())
                """.formatted(referral, at(day, 10)));
    }

    private List<String> write(LocalDate day, int people, String state, String until, String more) {
        String mark = UUID.randomUUID().toString();
        run("""
                with n as materialized (select uuidv7() as id, uuidv7() as patient from generate_series(1, %1$d)),
                people as (
                    insert into patient (tenant_id, id, key_destroyed_at, nhs_number, family_name, given_name, birth_date,
                        registered_practice, made_by, made_at)
                    select 'qkk', n.patient, now(), '', '', '', '', '%9$s', 'somebody', now() from n),
                journeys as (
                    insert into journey (tenant_id, id, patient_id, begun_at) select 'qkk', n.id, n.patient, now() from n),
                referrals as (
                    insert into referral (tenant_id, id, journey_id, patient_id, team_id, practice, came_by, criteria, priority,
                        reason, state, made_by, made_name, made_at)
                    select 'qkk', n.id, n.id, n.patient, '%2$s', '%9$s', 'practice', '[]', 'routine', '', '%3$s', '%4$s',
                        'Somebody', now()
                    from n),
                managers as (
                    insert into case_manager (tenant_id, id, referral_id, subject, name, from_at, until_at)
                    select 'qkk', n.id, n.id, 'somebody', 'Somebody', timestamptz '%6$s', %7$s from n)
                insert into referral_event
                    (tenant_id, id, referral_id, journey_id, kind, happened_at, recorded_at, by_subject, by_name)
                select 'qkk', gen_random_uuid(), e.id, e.id, e.kind, e.at, now(), 'somebody', 'Somebody'
                from (
                    select n.id, 'submitted' as kind, timestamptz '%5$s' as at from n
                    union all select n.id, 'accepted', timestamptz '%6$s' from n
                    %8$s) e
                """.formatted(people, team, state, mark, at(day, 10), at(day.plusDays(1), 10), until, more, practice));
        return Neighbourhood.rows("select id from referral where made_by = '" + mark + "' order by id");
    }

    private static void run(String statement) {
        Neighbourhood.sql("select set_config('folkmoot.tenant', 'qkk', false);" + statement);
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(LocalTime.of(hour, 0)).atZone(LondonTime.ZONE).toInstant();
    }
}
