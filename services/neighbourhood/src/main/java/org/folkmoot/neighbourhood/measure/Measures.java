package org.folkmoot.neighbourhood.measure;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.folkmoot.neighbourhood.measure.MeasureRow.Withheld;
import org.jspecify.annotations.Nullable;

/** The measures as somebody may see them. In the caller's transaction, which is the ICS's. */
@ApplicationScoped
class Measures {

    private final Counts counts;

    Measures(Counts counts) {
        this.counts = counts;
    }

    /**
     * Every group's months, by key and month, for whoever is in these teams: their own teams' figures whole.
     *
     * @param team of the people of which team, which must be one of theirs; null for all
     */
    List<MeasureRow> rows(Dimension by, YearMonth from, YearMonth until, @Nullable UUID team, List<UUID> own) {
        SortedMap<String, SortedMap<YearMonth, Count>> all = counts.of(by, from, until, team);
        Map<String, String> names = counts.names(by);
        BiFunction<String, YearMonth, Withheld> withheld = team == null
                ? judged(all, by, parts -> counts.of(parts, from, until, null), own)
                : (_, _) -> Withheld.NOTHING;
        var rows = new ArrayList<MeasureRow>();
        all.forEach((key, months) -> months.forEach((month, count) ->
                rows.add(MeasureRow.of(key, name(names, key), month, count, withheld.apply(key, month)))));
        return rows;
    }

    /**
     * How many were referred in each of so many weeks, the last of them this one, by key and week. To whoever does not know
     * better it is told in fives: months are told, too, and what is left of one beside its weeks could be subtracted.
     *
     * @param first the Monday of the first
     * @param team of the people of which team, which must be one of theirs; null for all
     */
    List<WeekRow> weeks(Dimension by, LocalDate first, int weeks, @Nullable UUID team, List<UUID> own) {
        SortedMap<String, SortedMap<LocalDate, Count>> all = counts.weeks(by, first, weeks, team);
        Map<String, String> names = counts.names(by);
        BiFunction<String, LocalDate, Withheld> withheld = team == null
                ? judged(all, by, parts -> counts.weeks(parts, first, weeks, null), own)
                : (_, _) -> Withheld.NOTHING;
        var rows = new ArrayList<WeekRow>();
        all.forEach((key, counted) -> counted.forEach((week, count) -> rows.add(WeekRow.of(
                key,
                name(names, key),
                week,
                count.journeys(),
                withheld.apply(key, week).referrals(),
                team != null || own.stream().map(UUID::toString).anyMatch(key::equals)))));
        return rows;
    }

    private static String name(Map<String, String> names, String key) {
        return names.getOrDefault(key, key.equals(Dimension.NONE) ? "Not known" : key);
    }

    /** What is withheld of each key and month, or week: of what adds others up, as much as they ask for. */
    private <P> BiFunction<String, P, Withheld> judged(
            SortedMap<String, SortedMap<P, Count>> all,
            Dimension by,
            Function<Dimension, SortedMap<String, SortedMap<P, Count>>> counting,
            List<UUID> own) {
        Dimension parts = by.parts();
        SortedMap<String, SortedMap<P, Count>> counted = parts == by ? all : counting.apply(parts);
        Set<String> known = parts == Dimension.TEAM
                ? own.stream().map(UUID::toString).collect(Collectors.toUnmodifiableSet())
                : Set.of();
        Map<String, String> groups = counts.groups(by);
        SortedMap<String, String> groupOf = new TreeMap<>();
        counted.keySet().stream()
                .filter(key -> !known.contains(key))
                .forEach(key -> groupOf.put(key, groups.getOrDefault(key, Dimension.NONE)));
        var judgement = new Judgement<>(counted, groupOf);
        return parts == by ? judgement::ofPart : judgement::ofGroup;
    }

    /** The teams in which somebody is now. */
    List<UUID> teamsOf(String subject) {
        return counts.teamsOf(subject);
    }
}
