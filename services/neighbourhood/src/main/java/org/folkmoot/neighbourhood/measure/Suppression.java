package org.folkmoot.neighbourhood.measure;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which cells of a table are withheld, because so few people stand behind one that somebody could be recognised.
 *
 * <p>Whoever knows the table's total can work a single withheld cell out, or that those withheld are very few together. So once
 * any is withheld others are, the least telling first, until there are two and {@value #LEAST} people are behind them.
 */
final class Suppression {

    /** Of so many people at least may be told. */
    static final int LEAST = 5;

    private static final int TOGETHER = 2;

    private Suppression() {}

    /**
     * So many people of whom something is true, of so many.
     *
     * @param withheld whether the cell is withheld for another reason
     */
    record Cell(int part, int whole, boolean withheld) {

        /** A cell that says how many people there are, and nothing more of them. */
        static Cell of(int people) {
            return new Cell(people, people, false);
        }

        private boolean isTelling() {
            return withheld || isSmall(whole) || isSmall(part) || isSmall(whole - part);
        }

        private int rest() {
            return Math.min(part, whole - part);
        }
    }

    /** Whether so few people could be recognised. Of nobody nobody can be. */
    static boolean isSmall(int people) {
        return people > 0 && people < LEAST;
    }

    /** The places of the cells that are withheld. */
    static Set<Integer> withheld(List<Cell> cells) {
        Set<Integer> withheld = new HashSet<>();
        int people = 0;
        for (int place : byTelling(cells)) {
            Cell cell = cells.get(place);
            if (!cell.isTelling() && (withheld.isEmpty() || isEnough(withheld.size(), people))) {
                break;
            }
            withheld.add(place);
            people += cell.whole();
        }
        return withheld;
    }

    /** Whether none of these, which are withheld, can be worked out from their sum, nor are they very few people together. */
    static boolean isEnough(List<Cell> withheld) {
        return isEnough(withheld.size(), withheld.stream().mapToInt(Cell::whole).sum());
    }

    private static boolean isEnough(int cells, int people) {
        return cells >= TOGETHER && people >= LEAST;
    }

    /** The places of the cells that say of anybody, the most telling first. */
    static List<Integer> byTelling(List<Cell> cells) {
        return IntStream.range(0, cells.size())
                .filter(place ->
                        cells.get(place).whole() > 0 || cells.get(place).withheld())
                .boxed()
                .sorted(Comparator.comparing(
                                (Integer place) -> !cells.get(place).isTelling())
                        .thenComparing(place -> cells.get(place).rest())
                        .thenComparing(place -> cells.get(place).whole()))
                .toList();
    }
}
