package org.folkmoot.nhsuk.picture;

import io.quarkus.qute.RawString;
import java.util.ArrayList;
import java.util.List;

/**
 * How much of the days that something may take are used: stretches that count and stretches that do not, one after the
 * other, with a mark where the days are used up.
 *
 * @param limit how many days there are; more than none
 * @param stretches in order, from its beginning until now or until it has ended
 */
public record ClockBar(String title, int limit, List<Stretch> stretches) implements Picture {

    private static final Unit DAYS = new Unit("day", "days");

    /**
     * Days that follow each other.
     *
     * @param label what they were
     * @param days 0 or more
     * @param counts whether they use up the days that there are
     */
    public record Stretch(String label, int days, boolean counts) {

        public Stretch {
            if (days < 0) {
                throw new IllegalArgumentException(
                        "%s takes %d days, and no time is less than none".formatted(label, days));
            }
        }
    }

    public ClockBar {
        if (limit <= 0) {
            throw new IllegalArgumentException("%d days are no time for anything".formatted(limit));
        }
        stretches = List.copyOf(stretches);
    }

    /** How many days count. */
    public int used() {
        return stretches.stream()
                .filter(Stretch::counts)
                .mapToInt(Stretch::days)
                .sum();
    }

    /** How many days do not. */
    public int paused() {
        return stretches.stream()
                .filter(stretch -> !stretch.counts())
                .mapToInt(Stretch::days)
                .sum();
    }

    @Override
    public String description() {
        String pauses = paused() == 0 ? "" : "; %s did not count".formatted(DAYS.of(paused()));
        return "%d of %s used, %s%s.".formatted(used(), DAYS.of(limit), left(), pauses);
    }

    private String left() {
        int left = limit - used();
        return left < 0 ? DAYS.of(-left) + " too many" : "%d left".formatted(left);
    }

    @Override
    public Figures figures() {
        List<List<Object>> rows = new ArrayList<>();
        for (Stretch stretch : stretches) {
            rows.add(List.of(stretch.label(), stretch.counts() ? "yes" : "no", (long) stretch.days()));
        }
        return new Figures(
                List.of(
                        new Figures.Column("Stretch", false),
                        new Figures.Column("Counts", false),
                        new Figures.Column(DAYS.header(), true)),
                rows);
    }

    @Override
    public RawString svg() {
        Drawing drawing = new Drawing(Drawing.WIDTH, 48);
        int end = end();
        int whole = Math.max(end, used() + paused());
        drawing.text("label", 0, 16, "%d of %s".formatted(used(), DAYS.of(limit)));
        drawing.text("value", Drawing.WIDTH, 16, left());
        drawing.rectangle("track", 1, 26, Drawing.WIDTH - 2, 14);
        int day = 0;
        for (Stretch stretch : stretches) {
            int from = place(day, whole);
            day += stretch.days();
            int across = place(day, whole) - from;
            if (across > 0) {
                drawing.rectangle(stretch.counts() ? "bar" : "bar--below", 1 + from, 26, across, 14);
            }
        }
        int mark = Math.clamp(1 + place(end, whole), 2, Drawing.WIDTH - 2);
        drawing.line("mark", mark, 20, mark, 46);
        return drawing.svg(this, "clock");
    }

    /** After how many days, counting or not, those that there are were used up, or will be if no more are paused. */
    private int end() {
        int counted = 0;
        int day = 0;
        for (Stretch stretch : stretches) {
            if (stretch.counts() && counted + stretch.days() >= limit) {
                return day + limit - counted;
            }
            counted += stretch.counts() ? stretch.days() : 0;
            day += stretch.days();
        }
        return day + limit - counted;
    }

    private static int place(int day, int whole) {
        return Drawing.length(day, whole, Drawing.WIDTH - 2);
    }
}
