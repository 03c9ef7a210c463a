package org.folkmoot.neighbourhood.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What somebody works out of a month who knows some of the people, and subtracts them from whatever is told. */
class JudgementTest {

    private static final int MONTH = 1;

    /** So many people of a practice with a team. */
    record People(String practice, String team, int number) {}

    /** Of whom somebody knows. */
    record Known(Set<String> teams, Set<String> practices) {

        boolean has(People people) {
            return teams.contains(people.team()) || practices.contains(people.practice());
        }
    }

    @Property
    void nobody_works_a_small_number_out_of_practices_and_networks(
            @ForAll("months") List<People> month, @ForAll("viewers") Known known) {
        nothingSmallIsLeft(month, known, People::practice, JudgementTest::network);
    }

    @Property
    void nobody_works_a_small_number_out_of_teams_and_deciles(
            @ForAll("months") List<People> month, @ForAll("viewers") Known known) {
        nothingSmallIsLeft(month, known, People::team, JudgementTest::decile);
    }

    @Property
    void nobody_works_a_small_number_out_of_teams_and_the_ics(
            @ForAll("months") List<People> month, @ForAll("viewers") Known known) {
        nothingSmallIsLeft(month, known, People::team, _ -> "all");
    }

    @Test
    void of_whom_nobody_can_say_yet_whether_it_was_in_time_may_be_few() {
        // Given: twelve and of these eleven judged, beside others
        var judgement = judgement(Map.of("P1", judged(12, 11, 6), "P2", judged(20, 20, 10), "P3", judged(60, 50, 30)));

        // When, Then
        assertThat(judgement.ofPart("P1", MONTH).referrals()).isFalse();
        assertThat(judgement.ofPart("P1", MONTH).judged()).isTrue();
        assertThat(judgement.ofPart("P2", MONTH).judged())
                .as("what it could be worked out from")
                .isTrue();
        assertThat(judgement.ofPart("P3", MONTH).judged()).isFalse();
    }

    @Property
    void what_is_told_of_the_judged_has_nobody_or_many_behind_it(@ForAll("judgements") List<Count> places) {
        // Given
        var counts = new TreeMap<String, Count>();
        places.forEach(count -> counts.put("P" + counts.size(), count));

        // When
        var judgement = judgement(counts);

        // Then
        counts.forEach((place, count) -> {
            if (!judgement.ofPart(place, MONTH).judged()) {
                assertThat(List.of(
                                count.judged(),
                                count.within28Days(),
                                count.judged() - count.within28Days(),
                                count.journeys() - count.judged()))
                        .noneMatch(Suppression::isSmall);
            }
        });
        // Then: and where the ICS is told, no single place is what is left of it
        if (!counts.isEmpty() && !judgement.ofGroup("all", MONTH).judged()) {
            assertThat(counts.keySet().stream()
                            .filter(place -> judgement.ofPart(place, MONTH).judged())
                            .count())
                    .isNotEqualTo(1);
        }
    }

    private static Judgement<Integer> judgement(Map<String, Count> counts) {
        var months = new TreeMap<String, SortedMap<Integer, Count>>();
        counts.forEach((key, count) -> months.put(key, new TreeMap<>(Map.of(MONTH, count))));
        var groups = new TreeMap<String, String>();
        counts.keySet().forEach(key -> groups.put(key, "all"));
        return new Judgement<>(months, groups);
    }

    private static Count judged(int journeys, int judged, int within) {
        return Count.ofJourneys(journeys).withJudged(judged, within);
    }

    private static void nothingSmallIsLeft(
            List<People> month, Known known, Function<People, String> part, Function<String, String> group) {
        // Given
        List<People> others =
                month.stream().filter(people -> !known.has(people)).toList();
        SortedMap<String, Integer> left = sums(others, part);
        SortedMap<String, Integer> leftOfGroups = sums(others, people -> group.apply(part.apply(people)));

        // When
        var judgement = new Judgement<>(counts(left), groupOf(left, group));
        Predicate<String> isTold = each -> !judgement.ofPart(each, MONTH).referrals();

        // Then: what is told less what they know is nobody, or many
        left.forEach((each, people) -> assertThat(!isTold.test(each) || isNobodyOrMany(people))
                .as(each)
                .isTrue());
        for (String each : leftOfGroups.keySet()) {
            if (!judgement.ofGroup(each, MONTH).referrals()) {
                assertThat(isNobodyOrMany(leftOfGroups.get(each))).as(each).isTrue();
                // Then: what a group has beside the parts that are told are several, and many, or nobody
                manyTogether(left, place -> group.apply(place).equals(each) && !isTold.test(place));
            }
        }
        // Then: nor is it what all have beside the parts, or beside the groups
        if (isNobodyOrMany(left.values().stream().mapToInt(Integer::intValue).sum())) {
            manyTogether(left, place -> !isTold.test(place));
        }
    }

    private static void manyTogether(SortedMap<String, Integer> left, Predicate<String> hidden) {
        List<Integer> together = left.entrySet().stream()
                .filter(each -> hidden.test(each.getKey()) && each.getValue() > 0)
                .map(Map.Entry::getValue)
                .toList();
        int people = together.stream().mapToInt(Integer::intValue).sum();
        assertThat(people == 0 || people >= Suppression.LEAST).isTrue();
        if (together.stream().anyMatch(Suppression::isSmall)) {
            assertThat(together).hasSizeGreaterThan(1);
        }
    }

    private static boolean isNobodyOrMany(int people) {
        return !Suppression.isSmall(people);
    }

    private static SortedMap<String, Integer> sums(List<People> people, Function<People, String> key) {
        return people.stream().collect(Collectors.toMap(key, People::number, Integer::sum, TreeMap::new));
    }

    private static SortedMap<String, SortedMap<Integer, Count>> counts(SortedMap<String, Integer> people) {
        var counts = new TreeMap<String, SortedMap<Integer, Count>>();
        people.forEach((key, number) -> counts.put(key, new TreeMap<>(Map.of(MONTH, Count.ofJourneys(number)))));
        return counts;
    }

    private static SortedMap<String, String> groupOf(SortedMap<String, Integer> parts, Function<String, String> group) {
        return parts.keySet().stream()
                .collect(Collectors.toMap(Function.identity(), group, (same, _) -> same, TreeMap::new));
    }

    private static String network(String practice) {
        return practice.compareTo("P3") < 0 ? "east" : "west";
    }

    private static String decile(String team) {
        return team.equals("T1") ? "1" : "2";
    }

    @Provide
    Arbitrary<List<People>> months() {
        return Combinators.combine(
                        Arbitraries.of("P1", "P2", "P3", "P4", "P5"),
                        Arbitraries.of("T1", "T2", "T3", "T4"),
                        Arbitraries.integers().between(0, 12))
                .as(People::new)
                .list()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<List<Count>> judgements() {
        Arbitrary<Double> shares = Arbitraries.doubles().between(0, 1);
        return Combinators.combine(Arbitraries.integers().between(0, 30), shares, shares)
                .as((journeys, judged, within) -> {
                    int of = (int) Math.round(journeys * judged);
                    return judged(journeys, of, (int) Math.round(of * within));
                })
                .list()
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<Known> viewers() {
        return Combinators.combine(
                        Arbitraries.of("T1", "T2", "T3", "T4").set().ofMaxSize(2),
                        Arbitraries.of("P1", "P2", "P3", "P4", "P5").set().ofMaxSize(2))
                .as(Known::new);
    }
}
