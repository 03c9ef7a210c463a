package org.folkmoot.nhsuk.picture;

import io.quarkus.qute.RawString;
import java.util.List;

/**
 * How many have taken part, and how many must for it to count.
 *
 * @param unit what is counted
 * @param present how many have
 * @param needed how many must
 * @param total how many may
 */
public record QuorumBar(String title, Unit unit, long present, long needed, long total) implements Picture {

    public QuorumBar {
        if (present < 0 || needed < 0 || total < present || total < needed) {
            throw new IllegalArgumentException(
                    "%d present and %d needed do not fit into %d".formatted(present, needed, total));
        }
    }

    /** Whether enough have taken part. */
    public boolean isReached() {
        return present >= needed;
    }

    @Override
    public String description() {
        return "%s of %s; %s.".formatted(Unit.grouped(present), unit.of(total), missing());
    }

    private String missing() {
        if (isReached()) {
            return "the quorum of %s is reached".formatted(Unit.grouped(needed));
        }
        long more = needed - present;
        return "needs %s more %s".formatted(Unit.grouped(more), unit.word(more));
    }

    @Override
    public Figures figures() {
        return new Figures(
                List.of(new Figures.Column("Quorum", false), new Figures.Column(unit.header(), true)),
                List.of(List.of("Taken part", present), List.of("Needed", needed), List.of("Entitled", total)));
    }

    @Override
    public RawString svg() {
        Drawing drawing = new Drawing(Drawing.WIDTH, 48);
        int mark = Math.min(1 + Drawing.length(needed, total, Drawing.WIDTH - 2), Drawing.WIDTH - 2);
        drawing.text("label", 0, 16, "%s of %s".formatted(Unit.grouped(present), unit.of(total)));
        drawing.text("value", Drawing.WIDTH, 16, isReached() ? "✓ quorum reached" : missing());
        drawing.rectangle("track", 1, 26, Drawing.WIDTH - 2, 14);
        drawing.rectangle("bar", 1, 26, Drawing.length(present, total, Drawing.WIDTH - 2), 14);
        drawing.line("mark", mark, 20, mark, 46);
        return drawing.svg(this, "quorum");
    }
}
