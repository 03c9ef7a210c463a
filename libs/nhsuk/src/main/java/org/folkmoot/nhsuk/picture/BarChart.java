package org.folkmoot.nhsuk.picture;

import io.quarkus.qute.RawString;
import java.util.Comparator;
import java.util.List;

/**
 * How much each of several things has, one under the other in the order in which they were given.
 *
 * @param unit what is counted
 * @param things the word for what has it, at the head of the first column: "Practice"
 */
public record BarChart(String title, Unit unit, String things, List<Bar> bars) implements Picture {

    private static final int ROW = 44;

    public BarChart {
        bars = List.copyOf(bars);
    }

    @Override
    public String description() {
        if (bars.isEmpty()) {
            return "There is nothing to show.";
        }
        Bar most = bars.stream().max(Comparator.comparingLong(Bar::value)).orElseThrow();
        Bar least = bars.stream().min(Comparator.comparingLong(Bar::value)).orElseThrow();
        if (bars.size() == 1) {
            return "%s has %s.".formatted(most.label(), unit.of(most.value()));
        }
        return "Of %d, %s has the most with %s and %s the fewest with %s."
                .formatted(bars.size(), most.label(), unit.of(most.value()), least.label(), unit.of(least.value()));
    }

    @Override
    public Figures figures() {
        return new Figures(
                List.of(new Figures.Column(things, false), new Figures.Column(unit.header(), true)),
                bars.stream()
                        .map(bar -> List.<Object>of(bar.label(), bar.value()))
                        .toList());
    }

    @Override
    public RawString svg() {
        Drawing drawing = new Drawing(Drawing.WIDTH, Math.max(1, bars.size()) * ROW);
        long most = bars.stream().mapToLong(Bar::value).max().orElse(0);
        int top = 0;
        for (Bar bar : bars) {
            drawing.text("label", 0, top + 16, Drawing.fitted(bar.label(), 36));
            drawing.text("value", Drawing.WIDTH, top + 16, Unit.grouped(bar.value()));
            drawing.rectangle("bar", 0, top + 22, Drawing.length(bar.value(), most, Drawing.WIDTH), 14);
            top += ROW;
        }
        return drawing.svg(this, "bars");
    }
}
