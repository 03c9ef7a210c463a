package org.folkmoot.neighbourhood.measure;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import org.folkmoot.neighbourhood.access.Reader;
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
     * Who asks, and whom they know without being told.
     *
     * @param teams in which they are: of these they see every figure whole
     * @param practices for which they speak, by ODS code: whom those referred they can count in their own lists
     */
    record Viewer(List<UUID> teams, List<String> practices) {

        Viewer {
            teams = List.copyOf(teams);
            practices = List.copyOf(practices);
        }
    }

    /**
     * Every group's months, by key and month.
     *
     * @param team of the people of which team, which must be one of the viewer's; null for all
     */
    List<MeasureRow> rows(Dimension by, YearMonth from, YearMonth until, @Nullable UUID team, Viewer viewer) {
        BiFunction<Dimension, Whose, SortedMap<String, SortedMap<YearMonth, Count>>> counting =
                once((each, whose) -> counts.of(each, from, until, whose));
        Map<String, String> names = counts.names(by);
        BiFunction<String, YearMonth, Withheld> withheld = withheld(by, team, viewer, counting);
        var rows = new ArrayList<MeasureRow>();
        counting.apply(by, whose(team))
                .forEach((key, months) -> months.forEach((month, count) ->
                        rows.add(MeasureRow.of(key, name(names, key), month, count, withheld.apply(key, month)))));
        return rows;
    }

    /**
     * How many were referred in each of so many weeks, the last of them this one, by key and week. To whoever does not know
     * better it is told in fives: months are told, too, and what is left of one beside its weeks could be subtracted.
     *
     * @param first the Monday of the first
     * @param team of the people of which team, which must be one of the viewer's; null for all
     */
    List<WeekRow> weeks(Dimension by, LocalDate first, int weeks, @Nullable UUID team, Viewer viewer) {
        BiFunction<Dimension, Whose, SortedMap<String, SortedMap<LocalDate, Count>>> counting =
                once((each, whose) -> counts.weeks(each, first, weeks, whose));
        Map<String, String> names = counts.names(by);
        BiFunction<String, LocalDate, Withheld> withheld = withheld(by, team, viewer, counting);
        var rows = new ArrayList<WeekRow>();
        counting.apply(by, whose(team))
                .forEach((key, counted) -> counted.forEach((week, count) -> rows.add(WeekRow.of(
                        key,
                        name(names, key),
                        week,
                        count.journeys(),
                        withheld.apply(key, week).referrals(),
                        team != null
                                || viewer.teams().stream().map(UUID::toString).anyMatch(key::equals)))));
        return rows;
    }

    private static Whose whose(@Nullable UUID team) {
        return team == null ? Whose.EVERYBODY : Whose.of(team);
    }

    private static String name(Map<String, String> names, String key) {
        return names.getOrDefault(key, key.equals(Dimension.NONE) ? "Not known" : key);
    }

    /**
     * What is withheld of each key and month, or week. What the viewer knows they can subtract, so it is judged over everybody
     * else; and since a practice is told no small number of its own people, either, once more with those.
     */
    private <P> BiFunction<String, P, Withheld> withheld(
            Dimension by,
            @Nullable UUID team,
            Viewer viewer,
            BiFunction<Dimension, Whose, SortedMap<String, SortedMap<P, Count>>> counting) {
        if (team != null) {
            return (_, _) -> Withheld.NOTHING;
        }
        Map<String, String> groups = counts.groups(by);
        Whose others = Whose.besides(viewer.teams());
        BiFunction<String, P, Withheld> withheld = judged(by, counting.apply(by.parts(), others), groups);
        if (viewer.practices().isEmpty()) {
            return withheld;
        }
        BiFunction<String, P, Withheld> further =
                judged(by, counting.apply(by.parts(), others.notReferredBy(viewer.practices())), groups);
        return (key, period) -> withheld.apply(key, period).and(further.apply(key, period));
    }

    private static <P> BiFunction<String, P, Withheld> judged(
            Dimension by, SortedMap<String, SortedMap<P, Count>> parts, Map<String, String> groups) {
        SortedMap<String, String> groupOf = new TreeMap<>();
        parts.keySet().forEach(key -> groupOf.put(key, groups.getOrDefault(key, Dimension.NONE)));
        var judgement = new Judgement<>(parts, groupOf);
        return by.parts() == by ? judgement::ofPart : judgement::ofGroup;
    }

    private record Asked(Dimension by, Whose whose) {}

    /** The same, which asks for nothing twice. */
    private static <P> BiFunction<Dimension, Whose, SortedMap<String, SortedMap<P, Count>>> once(
            BiFunction<Dimension, Whose, SortedMap<String, SortedMap<P, Count>>> counting) {
        var answers = new HashMap<Asked, SortedMap<String, SortedMap<P, Count>>>();
        return (by, whose) -> answers.computeIfAbsent(new Asked(by, whose), _ -> counting.apply(by, whose));
    }

    /** What a reader is here. */
    Viewer viewer(Reader reader) {
        return new Viewer(counts.teamsOf(reader.subject()), counts.practicesAmong(reader.organisations()));
    }
}
