package org.folkmoot.nhsuk.picture;

import io.quarkus.qute.RawString;
import java.util.ArrayList;
import java.util.List;

/**
 * How much each of several things has, against the range that it is expected in. The range is a field behind the bars
 * with a line at each end; each bar says in a word, and by a sign of its own, where it stands.
 *
 * @param unit what is counted
 * @param things the word for what has it, at the head of the first column: "PCN"
 * @param band the range
 */
public record BandChart(String title, Unit unit, String things, Band band, List<Bar> bars) implements Picture {

    private static final int ROW = 44;
    private static final int SCALE = 24;

    public BandChart {
        bars = List.copyOf(bars);
    }

    @Override
    public String description() {
        if (bars.isEmpty()) {
            return "There is nothing to show.";
        }
        if (bars.size() == 1) {
            Bar bar = bars.getFirst();
            return "%s has %s, %s the expected %s."
                    .formatted(
                            bar.label(),
                            unit.of(bar.value()),
                            band.position(bar.value()).word(),
                            band);
        }
        return "%d have the expected %s %s, %d have fewer and %d have more."
                .formatted(
                        count(Band.Position.WITHIN),
                        band,
                        unit.many(),
                        count(Band.Position.BELOW),
                        count(Band.Position.ABOVE));
    }

    private long count(Band.Position position) {
        return bars.stream()
                .filter(bar -> band.position(bar.value()) == position)
                .count();
    }

    @Override
    public Figures figures() {
        List<List<Object>> rows = new ArrayList<>();
        for (Bar bar : bars) {
            rows.add(
                    List.of(bar.label(), bar.value(), band.position(bar.value()).word() + " " + band));
        }
        return new Figures(
                List.of(
                        new Figures.Column(things, false),
                        new Figures.Column(unit.header(), true),
                        new Figures.Column("Expected", false)),
                rows);
    }

    @Override
    public RawString svg() {
        int height = Math.max(1, bars.size()) * ROW;
        Drawing drawing = new Drawing(Drawing.WIDTH, height + SCALE);
        long whole = Math.max(
                band.high() + band.high() / 4,
                bars.stream().mapToLong(Bar::value).max().orElse(0));
        int low = Drawing.length(band.low(), whole, Drawing.WIDTH);
        int high = Drawing.length(band.high(), whole, Drawing.WIDTH);
        int top = 0;
        for (Bar bar : bars) {
            Band.Position position = band.position(bar.value());
            drawing.rectangle("band", low, top + 20, high - low, 18);
            drawing.text("label", 0, top + 16, Drawing.fitted(bar.label(), 32));
            drawing.text("value", Drawing.WIDTH, top + 16, position.sign() + " " + Unit.grouped(bar.value()));
            drawing.rectangle(
                    "bar bar--" + position.word(), 0, top + 24, Drawing.length(bar.value(), whole, Drawing.WIDTH), 10);
            drawing.line("limit", low, top + 20, low, top + 38);
            drawing.line("limit", high, top + 20, high, top + 38);
            top += ROW;
        }
        drawing.text("scale", low, height + 12, Unit.grouped(band.low()));
        drawing.text("scale", high, height + 12, Unit.grouped(band.high()));
        return drawing.svg(this, "band");
    }
}
