package org.folkmoot.neighbourhood;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.folkmoot.nhs.LondonTime;
import org.junit.jupiter.api.Test;

/** The points at which practices are told, of any history: the database's statement against the rule in plain Java. */
@NeighbourhoodTest
class GpUpdatePointTest {

    private static final LocalDate TODAY = LocalDate.parse("2027-06-16");
    private static final Instant LATEST = LondonTime.startOf(TODAY);
    private static final List<String> MORE =
            List.of("assessed", "plan-agreed", "plan-reviewed", "plan-reviewed", "closed");

    private record Happened(String kind, Instant at, Instant recorded) {

        LocalDate day() {
            return LondonTime.dateOf(at);
        }
    }

    private record Sent(Instant at, Instant recorded) {

        LocalDate day() {
            return LondonTime.dateOf(at);
        }
    }

    @Test
    void points_follow_from_any_history_as_the_rule_says() {
        // Given
        String referral = Neighbourhood.referred(Neighbourhood.team());
        for (int seed = 0; seed < 150; seed++) {
            var random = new Random(seed);
            List<Happened> history = history(random);
            List<Sent> updates = updates(random);

            // When
            replace(referral, history, updates);

            // Then
            assertThat(told(referral))
                    .as("seed %d: %s %s", seed, history, updates)
                    .isEqualTo(rule(history, updates));
        }
    }

    private static List<Happened> history(Random random) {
        var history = new ArrayList<Happened>();
        Instant accepted = before(random, 300);
        history.add(new Happened("accepted", accepted, late(random, accepted)));
        for (String kind : MORE) {
            if (random.nextInt(3) > 0) {
                Instant at = after(random, accepted);
                history.add(new Happened(kind, at, late(random, at)));
            }
        }
        return history;
    }

    private static List<Sent> updates(Random random) {
        return Stream.generate(() -> before(random, 300))
                .limit(random.nextInt(5))
                .map(at -> new Sent(at, late(random, at)))
                .toList();
    }

    private static Instant before(Random random, int days) {
        return LATEST.minus(Duration.ofHours(1 + random.nextInt(24 * days)));
    }

    private static Instant after(Random random, Instant at) {
        return at.plus(Duration.ofHours(
                random.nextLong(1 + Duration.between(at, LATEST).toHours())));
    }

    private static Instant late(Random random, Instant at) {
        return random.nextBoolean() ? at : after(random, at);
    }

    private static void replace(String referral, List<Happened> history, List<Sent> updates) {
        var sql = new StringBuilder("""
                alter table referral_event disable trigger all;
                delete from referral_event where referral_id = '%1$s' and kind <> 'submitted';
                delete from gp_update where referral_id = '%1$s';
                """.formatted(referral));
        history.forEach(each -> sql.append("""
                insert into referral_event
                    (tenant_id, id, referral_id, journey_id, kind, happened_at, recorded_at, by_subject, by_name)
                select tenant_id, gen_random_uuid(), id, journey_id, '%s', '%s', '%s', 'x', 'X'
                from referral where id = '%s';
                """.formatted(each.kind(), each.at(), each.recorded(), referral)));
        updates.forEach(each -> sql.append("""
                insert into gp_update (tenant_id, id, referral_id, words, sent_by, sent_name, sent_at, recorded_at)
                values ('qkk', gen_random_uuid(), '%s', '', 'x', 'X', '%s', '%s');
                """.formatted(referral, each.at(), each.recorded())));
        Neighbourhood.sql(
                sql.append("alter table referral_event enable trigger all").toString());
    }

    private static List<String> told(String referral) {
        return Neighbourhood.rows("""
                select point collate "C" from (
                    select occasion || ' ' || happened_on || ' ' || due_on || ' ' || coalesce(sent_on::text, 'none')
                        || ' ' || state as point
                    from gp_update_point('%s') where referral_id = '%s') told
                order by 1
                """.formatted(TODAY, referral));
    }

    private static List<String> rule(List<Happened> history, List<Sent> updates) {
        var points = new ArrayList<String>();
        for (Happened each : history) {
            String occasion = each.kind().equals("plan-reviewed") ? "reviewed" : each.kind();
            Optional<Sent> telling = updates.stream()
                    .filter(update -> !update.recorded().isBefore(each.recorded()))
                    .filter(update -> !update.day().isBefore(each.day()))
                    .min(Comparator.comparing(Sent::at));
            points.add(point(occasion, each.day(), each.day().plusDays(7), telling.map(Sent::day)));
        }
        Optional<LocalDate> closed = history.stream()
                .filter(each -> each.kind().equals("closed"))
                .map(Happened::day)
                .findFirst();
        var since = new TreeSet<Instant>(updates.stream().map(Sent::at).toList());
        since.add(history.getFirst().at());
        for (Instant anchor : since) {
            LocalDate due = LondonTime.dateOf(anchor).plusDays(84);
            Optional<LocalDate> next = updates.stream()
                    .map(Sent::at)
                    .filter(at -> at.isAfter(anchor))
                    .min(Comparator.naturalOrder())
                    .map(LondonTime::dateOf);
            boolean told = next.filter(day -> !day.isAfter(due)).isPresent();
            boolean over = closed.filter(day -> !day.isAfter(due)).isPresent();
            if (!told && !over) {
                points.add(point("twelve-weeks", LondonTime.dateOf(anchor), due, next));
            }
        }
        return points.stream().sorted().toList();
    }

    private static String point(String occasion, LocalDate on, LocalDate due, Optional<LocalDate> sent) {
        String state = sent.map(day -> day.isAfter(due) ? "late" : "sent")
                .orElseGet(
                        () -> TODAY.isAfter(due) ? "overdue" : TODAY.plusDays(7).isBefore(due) ? "ahead" : "due");
        return String.join(
                " ",
                occasion,
                on.toString(),
                due.toString(),
                sent.map(LocalDate::toString).orElse("none"),
                state);
    }
}
