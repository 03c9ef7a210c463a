package org.folkmoot.nhsuk.picture;

import io.quarkus.qute.RawString;
import java.util.ArrayList;
import java.util.List;

/**
 * Many things of one kind at a glance, a tile for each, in rows and in the order in which they were given. Each tile
 * shows by its sign, its outline and its shade where its number stands.
 *
 * @param unit what is counted
 * @param things the word for one of the things: "PCN"
 * @param band the range that a number is expected in
 */
public record HexMap(String title, Unit unit, String things, Band band, List<Tile> tiles) implements Picture {

    private static final int HALF = 34;
    private static final int STEP = 72;
    private static final int ROW = 63;
    private static final int TALL = 40;

    /**
     * A tile.
     *
     * @param code short enough to stand on it, eight characters at the most
     * @param name in full, for the table
     */
    public record Tile(String code, String name, long value) {}

    public HexMap {
        tiles = List.copyOf(tiles);
    }

    @Override
    public String description() {
        return tiles.isEmpty() ? "There is nothing to show." : asBars().description();
    }

    /** The same figures as bars: they are said in the same words. */
    private BandChart asBars() {
        return new BandChart(
                title,
                unit,
                things,
                band,
                tiles.stream().map(tile -> new Bar(tile.name(), tile.value())).toList());
    }

    @Override
    public Figures figures() {
        List<List<Object>> rows = new ArrayList<>();
        for (Tile tile : tiles) {
            rows.add(List.of(
                    tile.code(),
                    tile.name(),
                    tile.value(),
                    band.position(tile.value()).word() + " " + band));
        }
        return new Figures(
                List.of(
                        new Figures.Column("Code", false),
                        new Figures.Column(things, false),
                        new Figures.Column(unit.header(), true),
                        new Figures.Column("Expected", false)),
                rows);
    }

    @Override
    public RawString svg() {
        int columns = columns();
        int rows = (tiles.size() + columns - 1) / columns;
        boolean isShifted = rows > 1;
        Drawing drawing = new Drawing(
                columns * STEP + (isShifted ? STEP / 2 : 0) + 4, Math.max(1, rows) * ROW + 2 * TALL - ROW + 4);
        for (int at = 0; at < tiles.size(); at++) {
            int row = at / columns;
            int x = 2 + STEP / 2 + (at % columns) * STEP + (row % 2) * (STEP / 2);
            int y = 2 + TALL + row * ROW;
            draw(drawing, tiles.get(at), x, y);
        }
        return drawing.svg(this, "hexes");
    }

    /** About as wide as tall, and no wider than the text stays readable on a phone. */
    private int columns() {
        return Math.clamp(Math.round(Math.sqrt(tiles.size() * 1.2)), 1, 5);
    }

    private void draw(Drawing drawing, Tile tile, int x, int y) {
        Band.Position position = band.position(tile.value());
        drawing.path(
                "polygon",
                "tile tile--" + position.word(),
                "%d,%d %d,%d %d,%d %d,%d %d,%d %d,%d"
                        .formatted(
                                x,
                                y - TALL,
                                x + HALF,
                                y - TALL / 2,
                                x + HALF,
                                y + TALL / 2,
                                x,
                                y + TALL,
                                x - HALF,
                                y + TALL / 2,
                                x - HALF,
                                y - TALL / 2));
        String looks = "on on--" + position.word();
        drawing.text(looks, x, y - 12, position.sign());
        drawing.text(looks, x, y + 4, Drawing.fitted(tile.code(), 8));
        drawing.text(looks, x, y + 20, inShort(tile.value()));
    }

    /** Thousands with a k, since a tile is small. */
    private static String inShort(long value) {
        return value < 10_000 ? Unit.grouped(value) : Unit.grouped(Math.round(value / 1000.0)) + "k";
    }
}
