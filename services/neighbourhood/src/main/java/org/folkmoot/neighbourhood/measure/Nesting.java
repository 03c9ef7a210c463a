package org.folkmoot.neighbourhood.measure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.folkmoot.neighbourhood.measure.Suppression.Cell;

/**
 * Which cells are withheld of two tables of the same people, of which one adds up what the other tells apart: practices and their
 * networks, teams and the deciles of their neighbourhoods. Whoever has both can subtract.
 *
 * <p>So the parts are judged within each group as well as over all. Where those withheld within a group cannot hide behind each
 * other, for there are no more of them, the group is withheld, too. Of a group that is withheld some part is, or its parts would
 * say what it does not. One withheld cell may ask for the next, so all is judged again until nothing is added; which is the same
 * whichever of the two tables is asked for.
 */
final class Nesting {

    private final List<Cell> parts;
    private final List<Integer> groupOf;
    private final List<Cell> groups;
    private final Set<Integer> hiddenParts = new HashSet<>();
    private final Set<Integer> hiddenGroups = new HashSet<>();

    /**
     * What is withheld.
     *
     * @param parts the places of the parts
     * @param groups the places of the groups
     */
    record Withheld(Set<Integer> parts, Set<Integer> groups) {

        Withheld {
            parts = Set.copyOf(parts);
            groups = Set.copyOf(groups);
        }
    }

    private Nesting(List<Cell> parts, List<Integer> groupOf, int groups, Set<Integer> already) {
        this.parts = parts;
        this.groupOf = groupOf;
        this.groups = IntStream.range(0, groups)
                .mapToObj(group -> sum(group, already.contains(group)))
                .toList();
    }

    /**
     * What is withheld of these tables.
     *
     * @param groupOf the place of the group of each part
     * @param groups how many there are
     * @param already groups that are withheld for another reason
     */
    static Withheld withheld(List<Cell> parts, List<Integer> groupOf, int groups, Set<Integer> already) {
        var nesting = new Nesting(parts, groupOf, groups, already);
        int before;
        do {
            before = nesting.hidden();
            nesting.judge();
        } while (nesting.hidden() > before);
        return new Withheld(nesting.hiddenParts, nesting.hiddenGroups);
    }

    private int hidden() {
        return hiddenParts.size() + hiddenGroups.size();
    }

    private void judge() {
        hide(groups, IntStream.range(0, groups.size()).boxed().toList(), hiddenGroups);
        for (int group = 0; group < groups.size(); group++) {
            judge(group);
        }
        // What all groups that are withheld amount to can be worked out from the rest.
        hide(parts, places(place -> hiddenGroups.contains(groupOf.get(place))), hiddenParts);
        hide(parts, places(_ -> true), hiddenParts);
    }

    private void judge(int group) {
        List<Integer> places = places(place -> groupOf.get(place) == group);
        if (hiddenGroups.contains(group)) {
            Suppression.byTelling(seen(parts, places, hiddenParts)).stream()
                    .findFirst()
                    .map(places::get)
                    .ifPresent(hiddenParts::add);
            return;
        }
        hide(parts, places, hiddenParts);
        List<Cell> hidden =
                places.stream().filter(hiddenParts::contains).map(parts::get).toList();
        if (!hidden.isEmpty() && !Suppression.isEnough(hidden)) {
            hiddenGroups.add(group);
        }
    }

    /** Withholds what must be of a table of these places alone. */
    private static void hide(List<Cell> table, List<Integer> places, Set<Integer> hidden) {
        Suppression.withheld(seen(table, places, hidden)).forEach(place -> hidden.add(places.get(place)));
    }

    private static List<Cell> seen(List<Cell> table, List<Integer> places, Set<Integer> hidden) {
        var cells = new ArrayList<Cell>();
        for (int place : places) {
            Cell cell = table.get(place);
            cells.add(hidden.contains(place) ? new Cell(cell.part(), cell.whole(), true) : cell);
        }
        return cells;
    }

    private List<Integer> places(IntPredicate which) {
        return IntStream.range(0, parts.size()).filter(which).boxed().toList();
    }

    private Cell sum(int group, boolean already) {
        int part = 0;
        int whole = 0;
        for (int place : places(each -> groupOf.get(each) == group)) {
            part += parts.get(place).part();
            whole += parts.get(place).whole();
        }
        return new Cell(part, whole, already);
    }
}
