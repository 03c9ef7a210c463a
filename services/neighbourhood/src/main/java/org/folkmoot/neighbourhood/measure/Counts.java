package org.folkmoot.neighbourhood.measure;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.tenancy.Sql;

/** What there is to count, by group and month. In the caller's transaction, which is the ICS's. */
@ApplicationScoped
class Counts {

    /** Codes of one length by the alphabet, and 9 before 10. */
    static final Comparator<String> BY_KEY =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    static final String JOURNEYS = """
            select %s as key, date_trunc('month', m.submitted_on::timestamp)::date as month, count(*) as journeys,
                count(*) filter (where m.accepted) as accepted, sum(m.redirects) as redirects, count(m.days) as assessed,
                count(*) filter (where m.assessed_on is not null or m.due_on < coalesce(m.ended_on, ? ::date)) as judged,
                count(*) filter (where m.days <= 28) as within,
                percentile_cont(array[0.5, 0.9]) within group (order by m.days) as waits
            from journey_measure m %s
            where m.tenant_id = folkmoot.current_tenant() and m.submitted_on >= ? and m.submitted_on < ? %s
            group by 1, 2
            """;

    /** Who comes into care and leaves it, and who has a plan from when, month by month from the beginning. */
    static final String CARE = """
            select %s as key, date_trunc('month', moved.on_day::timestamp)::date as month, sum(moved.care) as care,
                sum(moved.plan) as plan
            from journey_measure m %s
            cross join lateral (values
                (m.assessed_on, 1, 0),
                (m.ended_on, -1, 0),
                (case when m.plan_on <= coalesce(m.ended_on, 'infinity') then greatest(m.assessed_on, m.plan_on) end, 0, 1),
                (case when m.plan_on <= m.ended_on then m.ended_on end, 0, -1)) moved (on_day, care, plan)
            where m.tenant_id = folkmoot.current_tenant() and m.submitted_on < ? and m.assessed_on is not null
                and moved.on_day < ? %s
            group by 1, 2
            """;

    static final String UPDATES = """
            select %s as key, date_trunc('month', m.due_on::timestamp)::date as month,
                count(*) filter (where m.sent_on is not null or m.due_on < d.today) as due,
                count(*) filter (where m.sent_on <= m.due_on) as on_time,
                count(distinct m.referral_id) filter (where m.sent_on is not null or m.due_on < d.today) as people,
                count(distinct m.referral_id) filter (where m.sent_on <= m.due_on) as people_on_time,
                count(distinct m.referral_id) filter (
                    where m.sent_on > m.due_on or m.sent_on is null and m.due_on < d.today) as people_late
            from gp_update_measure m cross join (select ? ::date as today) d %s
            where m.tenant_id = folkmoot.current_tenant() and m.due_on >= ? and m.due_on < ? %s
            group by 1, 2
            """;

    /** Who was submitted, week by week from Monday. */
    static final String WEEKS = """
            select %s as key, date_trunc('week', m.submitted_on::timestamp)::date as week, count(*) as journeys
            from journey_measure m %s
            where m.tenant_id = folkmoot.current_tenant() and m.submitted_on >= ? and m.submitted_on < ? %s
            group by 1, 2
            """;

    private final Sql sql;
    private final Clock clock;

    Counts(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    private record Journeys(String key, YearMonth month, Count count) {}

    private record Updated(String key, YearMonth month, Count.Updates updates) {}

    private record Pair(String key, YearMonth month, int whole, int part) {}

    /** By key and month. A key of which there is anything to count in these months has every one of them. */
    SortedMap<String, SortedMap<YearMonth, Count>> of(Dimension by, YearMonth from, YearMonth until, Whose whose) {
        LocalDate today = LondonTime.today(clock);
        LocalDate first = from.atDay(1);
        LocalDate end = until.plusMonths(1).atDay(1);
        var counts = new TreeMap<String, SortedMap<YearMonth, Count>>(BY_KEY);
        ask(Counts::journeys, JOURNEYS, by, whose, today, first, end)
                .forEach(row -> months(counts, row.key(), from, until).put(row.month(), row.count()));
        ask(Counts::updates, UPDATES, by, whose, today, first, end)
                .forEach(row -> months(counts, row.key(), from, until)
                        .computeIfPresent(row.month(), (month, count) -> count.withUpdates(row.updates())));
        var moves = new HashMap<String, SortedMap<YearMonth, Pair>>();
        ask(row -> pair(row, "care", "plan"), CARE, by, whose, end, end)
                .forEach(row ->
                        moves.computeIfAbsent(row.key(), key -> new TreeMap<>()).put(row.month(), row));
        moves.forEach((key, changes) -> fillCare(counts, key, changes, from, until));
        return counts;
    }

    private record InWeek(String key, LocalDate week, int journeys) {}

    /**
     * How many were submitted, by key and week. A key of which there is anybody in these weeks has every one of them.
     *
     * @param first the Monday of the first
     */
    SortedMap<String, SortedMap<LocalDate, Count>> weeks(Dimension by, LocalDate first, int weeks, Whose whose) {
        var counts = new TreeMap<String, SortedMap<LocalDate, Count>>(BY_KEY);
        ask(
                        row -> new InWeek(
                                row.getString("key"), row.getObject("week", LocalDate.class), row.getInt("journeys")),
                        WEEKS,
                        by,
                        whose,
                        first,
                        first.plusWeeks(weeks))
                .forEach(row -> counts.computeIfAbsent(row.key(), _ -> nobody(first, weeks))
                        .put(row.week(), Count.ofJourneys(row.journeys())));
        return counts;
    }

    private static SortedMap<LocalDate, Count> nobody(LocalDate first, int weeks) {
        var nobody = new TreeMap<LocalDate, Count>();
        for (int week = 0; week < weeks; week++) {
            nobody.put(first.plusWeeks(week), Count.NOTHING);
        }
        return nobody;
    }

    /** The name of each key that has one. */
    Map<String, String> names(Dimension by) {
        return sql.list(row -> Map.entry(row.getString("key"), row.getString("name")), by.names).stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** In which group each part is, of those that are in one. */
    Map<String, String> groups(Dimension by) {
        return sql.list(row -> Map.entry(row.getString("part"), row.getString("in_group")), by.groups()).stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The teams in which somebody is now. */
    List<UUID> teamsOf(String subject) {
        return sql.list(row -> row.getObject("team_id", UUID.class), """
                select team_id from team_member
                where tenant_id = folkmoot.current_tenant() and subject = ? and left_at is null
                """, subject);
    }

    /** Those of some organisations that are practices. */
    List<String> practicesAmong(List<String> organisations) {
        return sql.list(
                row -> row.getString("code"),
                "select code from practice where tenant_id = folkmoot.current_tenant() and code = any (?)",
                organisations);
    }

    private static SortedMap<YearMonth, Count> months(
            SortedMap<String, SortedMap<YearMonth, Count>> counts, String key, YearMonth from, YearMonth until) {
        return counts.computeIfAbsent(key, absent -> {
            var months = new TreeMap<YearMonth, Count>();
            for (YearMonth month = from; !month.isAfter(until); month = month.plusMonths(1)) {
                months.put(month, Count.NOTHING);
            }
            return months;
        });
    }

    /** How many there are at the end of a month is the sum of all moves until then. */
    private static void fillCare(
            SortedMap<String, SortedMap<YearMonth, Count>> counts,
            String key,
            SortedMap<YearMonth, Pair> moves,
            YearMonth from,
            YearMonth until) {
        int care = sum(moves.headMap(from).values().stream().map(Pair::whole).toList());
        int plan = sum(moves.headMap(from).values().stream().map(Pair::part).toList());
        for (YearMonth month = from; !month.isAfter(until); month = month.plusMonths(1)) {
            Pair moved = moves.getOrDefault(month, new Pair(key, month, 0, 0));
            care += moved.whole();
            plan += moved.part();
            if (care > 0) {
                int inCare = care;
                int withPlan = plan;
                months(counts, key, from, until)
                        .computeIfPresent(month, (same, count) -> count.withCare(inCare, withPlan));
            }
        }
    }

    private static int sum(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).sum();
    }

    private <T> List<T> ask(Sql.Row<T> row, String question, Dimension by, Whose whose, Object... values) {
        var all = new ArrayList<>(List.of(values));
        all.addAll(whose.values());
        return sql.list(row, question(question, by, whose), all.toArray());
    }

    /** The values of whose journeys are the last. */
    static String question(String question, Dimension by, Whose whose) {
        return question.formatted(by.key, by.joins, whose.condition());
    }

    private static Journeys journeys(ResultSet row) throws SQLException {
        Array waits = row.getArray("waits");
        return new Journeys(
                row.getString("key"),
                month(row),
                new Count(
                        row.getInt("journeys"),
                        row.getInt("accepted"),
                        row.getInt("redirects"),
                        row.getInt("assessed"),
                        row.getInt("judged"),
                        row.getInt("within"),
                        waits == null ? null : ((Double[]) waits.getArray())[0],
                        waits == null ? null : ((Double[]) waits.getArray())[1],
                        0,
                        0,
                        Count.Updates.NONE));
    }

    private static Updated updates(ResultSet row) throws SQLException {
        return new Updated(
                row.getString("key"),
                month(row),
                new Count.Updates(
                        row.getInt("due"),
                        row.getInt("on_time"),
                        row.getInt("people"),
                        row.getInt("people_on_time"),
                        row.getInt("people_late")));
    }

    private static Pair pair(ResultSet row, String whole, String part) throws SQLException {
        return new Pair(row.getString("key"), month(row), row.getInt(whole), row.getInt(part));
    }

    private static YearMonth month(ResultSet row) throws SQLException {
        return YearMonth.from(row.getObject("month", LocalDate.class));
    }
}
