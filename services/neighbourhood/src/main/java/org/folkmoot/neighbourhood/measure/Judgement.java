package org.folkmoot.neighbourhood.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.folkmoot.neighbourhood.measure.MeasureRow.Withheld;
import org.folkmoot.neighbourhood.measure.Suppression.Cell;

/**
 * What is withheld of each month, or week, of parts and of the groups that add them up, judged over the people of whom the viewer
 * knows nothing: what they do know they can subtract from whatever is told.
 *
 * @param <P> what is judged by itself: a month, or a week
 */
final class Judgement<P> {

    private static final Nesting.Withheld NOTHING = new Nesting.Withheld(Set.of(), Set.of());

    private record Judged(
            Nesting.Withheld referrals,
            Nesting.Withheld accepted,
            Nesting.Withheld redirects,
            Nesting.Withheld judged,
            Nesting.Withheld care,
            Nesting.Withheld updates) {

        /** @param assessed how many of whom the days are told */
        Withheld of(Function<Nesting.Withheld, Set<Integer>> table, int place, int assessed) {
            boolean within = table.apply(judged).contains(place);
            return new Withheld(
                    table.apply(referrals).contains(place),
                    table.apply(accepted).contains(place),
                    table.apply(redirects).contains(place),
                    within,
                    within || Suppression.isSmall(assessed),
                    table.apply(care).contains(place),
                    table.apply(updates).contains(place));
        }
    }

    private final SortedMap<String, SortedMap<P, Count>> counts;
    private final List<String> parts;
    private final List<String> groups;
    private final List<Integer> groupOf;
    private final Map<P, Judged> periods = new HashMap<>();

    /**
     * Judges over these parts.
     *
     * @param counts of the parts, of whom the viewer knows nothing
     * @param groupOf the group of each part
     */
    Judgement(SortedMap<String, SortedMap<P, Count>> counts, SortedMap<String, String> groupOf) {
        this.counts = counts;
        this.parts = List.copyOf(groupOf.keySet());
        this.groups = groupOf.values().stream().distinct().sorted().toList();
        this.groupOf = groupOf.values().stream().map(groups::indexOf).toList();
    }

    /** Of a part; nothing of one of which the viewer knows everybody. */
    Withheld ofPart(String key, P period) {
        int place = parts.indexOf(key);
        return place < 0
                ? Withheld.NOTHING
                : judged(period)
                        .of(Nesting.Withheld::parts, place, count(key, period).assessed());
    }

    /** Of a group; nothing of one of which the viewer knows everybody. */
    Withheld ofGroup(String key, P period) {
        int place = groups.indexOf(key);
        return place < 0
                ? Withheld.NOTHING
                : judged(period).of(Nesting.Withheld::groups, place, sum(place, period, Count::assessed));
    }

    private Judged judged(P period) {
        return periods.computeIfAbsent(period, this::judge);
    }

    private Judged judge(P period) {
        Nesting.Withheld referrals = withheld(period, NOTHING, count -> Cell.of(count.journeys()));
        // Referred and judged are both told, so how many are not judged can be subtracted.
        Nesting.Withheld judged =
                withheld(period, referrals, count -> new Cell(count.judged(), count.journeys(), false));
        // Points are told, but it is people who must not be few.
        Nesting.Withheld updates = withheld(
                period,
                NOTHING,
                count ->
                        new Cell(count.updates().peopleOnTime(), count.updates().people(), false));
        return new Judged(
                referrals,
                withheld(period, referrals, count -> new Cell(count.accepted(), count.journeys(), false)),
                withheld(period, referrals, count -> Cell.of(count.redirects())),
                withheld(period, judged, count -> new Cell(count.within28Days(), count.judged(), false)),
                withheld(period, NOTHING, count -> new Cell(count.withPlan(), count.inCare(), false)),
                withheld(
                        period,
                        updates,
                        count -> new Cell(
                                count.updates().peopleLate(), count.updates().people(), false)));
    }

    private Nesting.Withheld withheld(P period, Nesting.Withheld already, Function<Count, Cell> cell) {
        var cells = new ArrayList<Cell>();
        for (int place = 0; place < parts.size(); place++) {
            Cell each = cell.apply(count(parts.get(place), period));
            cells.add(already.parts().contains(place) ? new Cell(each.part(), each.whole(), true) : each);
        }
        return Nesting.withheld(cells, groupOf, groups.size(), already.groups());
    }

    private int sum(int group, P period, ToIntFunction<Count> figure) {
        return IntStream.range(0, parts.size())
                .filter(place -> groupOf.get(place) == group)
                .map(place -> figure.applyAsInt(count(parts.get(place), period)))
                .sum();
    }

    private Count count(String key, P period) {
        return counts.getOrDefault(key, Collections.emptySortedMap()).getOrDefault(period, Count.NOTHING);
    }
}
