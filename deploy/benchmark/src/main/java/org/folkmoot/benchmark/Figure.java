package org.folkmoot.benchmark;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of a report: ours, the peer's, their ratio and what it should reach.
 *
 * @param what what was measured
 * @param unit of ours and the peer's
 * @param ours every measurement of ours
 * @param peer every measurement of the peer's; null where the figure is no ratio but an amount
 * @param ratio ours divided by the peer's, pair by pair; null as above
 * @param reach what the ratio, or the amount, is to reach, for example {@code ≤ 0.8}
 * @param reached whether the median does
 * @param run whether the peer was there; a figure whose peer was not is neither reached nor missed
 */
public record Figure(
        String what,
        String unit,
        Spread ours,
        @Nullable Spread peer,
        @Nullable Spread ratio,
        String reach,
        boolean reached,
        boolean run) {

    /** A ratio that is to be at least so much: of throughputs. */
    public static Figure atLeast(double reach, String what, String unit, List<Double> ours, List<Double> peers) {
        Spread ratio = Spread.ofRatios(ours, peers);
        return new Figure(
                what,
                unit,
                Spread.of(ours),
                Spread.of(peers),
                ratio,
                "≥ " + plain(reach),
                ratio.median() >= reach,
                true);
    }

    /** A ratio that is to be at most so much: of times. */
    public static Figure atMost(double reach, String what, String unit, List<Double> ours, List<Double> peers) {
        Spread ratio = Spread.ofRatios(ours, peers);
        return new Figure(
                what,
                unit,
                Spread.of(ours),
                Spread.of(peers),
                ratio,
                "≤ " + plain(reach),
                ratio.median() <= reach,
                true);
    }

    /** An amount that is to be at most so much. */
    public static Figure amountAtMost(double reach, String what, String unit, List<Double> amounts) {
        Spread spread = Spread.of(amounts);
        return new Figure(
                what, unit, spread, null, null, "≤ " + plain(reach) + " " + unit, spread.median() <= reach, true);
    }

    /**
     * Ours alone, where the peer was not there.
     *
     * @param reach what the ratio was to reach
     */
    public static Figure notRun(String reach, String what, String unit, List<Double> ours) {
        return new Figure(what, unit, Spread.of(ours), null, null, reach, false, false);
    }

    /** What became of it, in words. */
    String outcome() {
        if (!run) {
            return "not run";
        }
        return reached ? "reached" : "NOT REACHED";
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : Double.toString(value);
    }
}
