package org.folkmoot.nhsuk.picture;

import io.quarkus.qute.RawString;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What something was from when until when: a line for each time, below each other in their order, over years.
 *
 * @param things the word for what it was, at the head of the first column: "Model"
 * @param today where a time that lasts is drawn to
 * @param periods in order
 */
public record Timeline(String title, String things, LocalDate today, List<Period> periods) implements Picture {

    private static final int ROW = 44;
    private static final int SCALE = 24;

    /**
     * A time.
     *
     * @param until its last day; null while it lasts
     */
    public record Period(
            String label, LocalDate from, @Nullable LocalDate until) {}

    public Timeline {
        periods = List.copyOf(periods);
    }

    @Override
    public String description() {
        if (periods.isEmpty()) {
            return "There is nothing to show.";
        }
        Period last = periods.getLast();
        return "%d %s since %d; the last: %s, from %s."
                .formatted(
                        periods.size(),
                        periods.size() == 1 ? "time" : "times",
                        periods.getFirst().from().getYear(),
                        last.label(),
                        last.from());
    }

    @Override
    public Figures figures() {
        List<List<Object>> rows = new ArrayList<>();
        for (Period period : periods) {
            LocalDate until = period.until();
            rows.add(List.of(period.label(), period.from().toString(), until == null ? "" : until.toString()));
        }
        return new Figures(
                List.of(
                        new Figures.Column(things, false),
                        new Figures.Column("From", false),
                        new Figures.Column("Until", false)),
                rows);
    }

    @Override
    public RawString svg() {
        int height = Math.max(1, periods.size()) * ROW;
        Drawing drawing = new Drawing(Drawing.WIDTH, height + SCALE);
        if (!periods.isEmpty()) {
            LocalDate begin = periods.getFirst().from();
            LocalDate end =
                    periods.stream().map(this::end).max(LocalDate::compareTo).orElse(today);
            long whole = Math.max(1, ChronoUnit.DAYS.between(begin, end));
            int top = 0;
            for (Period period : periods) {
                int x = Drawing.length(ChronoUnit.DAYS.between(begin, period.from()), whole, Drawing.WIDTH);
                int length =
                        Drawing.length(1 + ChronoUnit.DAYS.between(period.from(), end(period)), whole, Drawing.WIDTH);
                drawing.text("label", 0, top + 16, Drawing.fitted(period.label(), 40));
                drawing.rectangle("track", 0, top + 24, Drawing.WIDTH, 10);
                drawing.rectangle("bar", x, top + 24, Math.min(length, Drawing.WIDTH - x), 10);
                top += ROW;
            }
            drawing.text("label", 0, height + 12, Integer.toString(begin.getYear()));
            drawing.text("value", Drawing.WIDTH, height + 12, Integer.toString(end.getYear()));
        }
        return drawing.svg(this, "band");
    }

    private LocalDate end(Period period) {
        LocalDate until = period.until();
        LocalDate end = until == null ? today : until;
        return end.isBefore(period.from()) ? period.from() : end;
    }
}
