package org.folkmoot.nhsuk.picture;

import io.quarkus.qute.RawString;
import java.util.List;

/**
 * How much of a work is done.
 *
 * @param unit what is counted
 * @param done 0 or more, and no more than there is
 * @param total how much there is
 */
public record ProgressBar(String title, Unit unit, long done, long total) implements Picture {

    public ProgressBar {
        if (done < 0 || total < done) {
            throw new IllegalArgumentException("%d of %d is no progress".formatted(done, total));
        }
    }

    @Override
    public String description() {
        return "%s of %s, %d%%.".formatted(Unit.grouped(done), unit.of(total), percent());
    }

    /** Whole percents, rounded down: it says 100 when all is done and not before. */
    public int percent() {
        return total == 0 ? 100 : (int) (done * 100.0 / total);
    }

    @Override
    public Figures figures() {
        return new Figures(
                List.of(new Figures.Column("State", false), new Figures.Column(unit.header(), true)),
                List.of(List.of("Done", done), List.of("To do", total - done)));
    }

    @Override
    public RawString svg() {
        Drawing drawing = new Drawing(Drawing.WIDTH, 44);
        drawing.text("label", 0, 16, "%s of %s".formatted(Unit.grouped(done), unit.of(total)));
        drawing.text("value", Drawing.WIDTH, 16, percent() + "%");
        drawing.rectangle("track", 1, 23, Drawing.WIDTH - 2, 14);
        drawing.rectangle("bar", 1, 23, Drawing.length(done, total, Drawing.WIDTH - 2), 14);
        return drawing.svg(this, "progress");
    }
}
