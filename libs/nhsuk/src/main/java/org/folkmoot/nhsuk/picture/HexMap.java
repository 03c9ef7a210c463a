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

    private static final int MOST_IN_A_ROW = 5;

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
        var hexagons = new Hexagons(tiles.size(), MOST_IN_A_ROW);
        Drawing drawing = hexagons.sheet(0);
        for (int at = 0; at < tiles.size(); at++) {
            Tile tile = tiles.get(at);
            Band.Position position = band.position(tile.value());
            hexagons.outline(drawing, "tile tile--" + position.word(), at);
            String looks = "on on--" + position.word();
            int x = hexagons.x(at);
            int y = hexagons.y(at);
            drawing.text(looks, x, y - 12, position.sign());
            drawing.text(looks, x, y + 4, Drawing.fitted(tile.code(), 8));
            drawing.text(looks, x, y + 20, inShort(tile.value()));
        }
        return drawing.svg(this, "hexes");
    }

    /** Thousands with a k, since a tile is small. */
    private static String inShort(long value) {
        return value < 10_000 ? Unit.grouped(value) : Unit.grouped(Math.round(value / 1000.0)) + "k";
    }
}
