package org.folkmoot.nhsuk.picture;

import io.quarkus.qute.RawString;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How a number has come along, small enough to stand beside it.
 *
 * @param unit what is counted
 * @param times the word for the moments, at the head of the first column: "Week"
 * @param points the moments in order, each with its number
 */
public record Sparkline(String title, Unit unit, String times, List<Bar> points) implements Picture {

    private static final int ACROSS = 160;
    private static final int DOWN = 40;
    private static final int EDGE = 6;

    public Sparkline {
        points = List.copyOf(points);
    }

    @Override
    public String description() {
        if (points.isEmpty()) {
            return "There is nothing to show.";
        }
        Bar first = points.getFirst();
        Bar last = points.getLast();
        if (points.size() == 1) {
            return "%s in %s.".formatted(unit.of(last.value()), last.label());
        }
        String course =
                last.value() == first.value() ? "the same as" : last.value() > first.value() ? "up from" : "down from";
        return "%s in %s, %s %s in %s."
                .formatted(unit.of(last.value()), last.label(), course, Unit.grouped(first.value()), first.label());
    }

    @Override
    public Figures figures() {
        return new Figures(
                List.of(new Figures.Column(times, false), new Figures.Column(unit.header(), true)),
                points.stream()
                        .map(point -> List.<Object>of(point.label(), point.value()))
                        .toList());
    }

    @Override
    public RawString svg() {
        Drawing drawing = new Drawing(ACROSS, DOWN);
        if (!points.isEmpty()) {
            drawing.line("axis", 0, DOWN - 1, ACROSS, DOWN - 1);
            drawing.path(
                    "polyline",
                    "course",
                    IntStream.range(0, points.size())
                            .mapToObj(at -> x(at) + "," + y(points.get(at)))
                            .collect(Collectors.joining(" ")));
            drawing.dot("now", x(points.size() - 1), y(points.getLast()), 4);
        }
        return drawing.svg(this, "line");
    }

    private int x(int at) {
        int steps = Math.max(1, points.size() - 1);
        return EDGE + at * (ACROSS - 2 * EDGE) / steps;
    }

    private int y(Bar point) {
        long most = points.stream().mapToLong(Bar::value).max().orElse(0);
        return DOWN - EDGE - Drawing.length(point.value(), most, DOWN - 2 * EDGE);
    }
}
