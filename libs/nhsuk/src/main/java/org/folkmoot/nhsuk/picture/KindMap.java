package org.folkmoot.nhsuk.picture;

import io.quarkus.qute.RawString;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Many things at a glance, a hexagon for each, in the order in which they were given, shaded by what kind each is. The sign
 * of the kind stands on the tile and, with its words, below the map: no shade has to be told from another.
 *
 * @param things the word for one of the things: "Practice"
 * @param kinds in the order of the key, ten at the most; only those that a tile has are shown
 */
public record KindMap(String title, String things, List<Kind> kinds, List<Tile> tiles) implements Picture {

    private static final int MOST_KINDS = 10;
    private static final int MOST_IN_A_ROW = 12;
    private static final int LINE = 26;

    /**
     * A kind.
     *
     * @param code by which a tile names it
     * @param sign one to three characters
     */
    public record Kind(String code, String sign, String name) {}

    /**
     * A tile.
     *
     * @param code short enough to stand on it, eight characters at the most
     * @param name in full, for the table
     * @param kind the code of its kind
     */
    public record Tile(String code, String name, String kind) {}

    /** @throws IllegalArgumentException if there are too many kinds, or a tile is of none of them */
    public KindMap {
        kinds = List.copyOf(kinds);
        tiles = List.copyOf(tiles);
        List<String> codes = kinds.stream().map(Kind::code).toList();
        if (kinds.size() > MOST_KINDS || tiles.stream().map(Tile::kind).anyMatch(kind -> !codes.contains(kind))) {
            throw new IllegalArgumentException("every tile is of one of ten kinds");
        }
    }

    @Override
    public String description() {
        if (tiles.isEmpty()) {
            return "There is nothing to show.";
        }
        return shown().stream()
                .map(kind -> kind.name() + ": " + Unit.grouped(count(kind)))
                .collect(Collectors.joining("; ", "", "."));
    }

    @Override
    public Figures figures() {
        List<List<Object>> rows = new ArrayList<>();
        for (Tile tile : tiles) {
            rows.add(List.of(
                    tile.code(), tile.name(), kinds.get(shade(tile.kind())).name()));
        }
        return new Figures(
                List.of(
                        new Figures.Column("Code", false),
                        new Figures.Column(things, false),
                        new Figures.Column("Kind", false)),
                rows);
    }

    @Override
    public RawString svg() {
        List<Kind> key = shown();
        var hexagons = new Hexagons(tiles.size(), MOST_IN_A_ROW);
        Drawing drawing = hexagons.sheet(key.size() * LINE);
        for (int at = 0; at < tiles.size(); at++) {
            Tile tile = tiles.get(at);
            int shade = shade(tile.kind());
            hexagons.outline(drawing, "tile shade-" + shade, at);
            drawing.text(
                    "on", hexagons.x(at), hexagons.y(at) - 4, kinds.get(shade).sign());
            drawing.text("on", hexagons.x(at), hexagons.y(at) + 14, Drawing.fitted(tile.code(), 8));
        }
        for (int at = 0; at < key.size(); at++) {
            int y = hexagons.bottom() + at * LINE;
            drawing.rectangle("tile shade-" + shade(key.get(at).code()), 2, y + 4, 34, 18);
            drawing.text("on", 19, y + 18, key.get(at).sign());
            drawing.text("label", 44, y + 18, key.get(at).name());
        }
        return drawing.svg(this, "kinds");
    }

    private List<Kind> shown() {
        return kinds.stream().filter(kind -> count(kind) > 0).toList();
    }

    private long count(Kind kind) {
        return tiles.stream().filter(tile -> tile.kind().equals(kind.code())).count();
    }

    private int shade(String code) {
        return kinds.stream().map(Kind::code).toList().indexOf(code);
    }
}
