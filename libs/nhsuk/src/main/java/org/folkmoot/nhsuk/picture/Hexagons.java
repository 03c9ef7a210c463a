package org.folkmoot.nhsuk.picture;

/** Where the tiles of a map of hexagons stand: in rows, every other one shifted by half a tile. */
final class Hexagons {

    private static final int HALF = 34;
    private static final int STEP = 72;
    private static final int ROW = 63;
    private static final int TALL = 40;

    private final int columns;
    private final int rows;

    /** @param most how many stand beside each other at the most */
    Hexagons(int tiles, int most) {
        // About as wide as tall, and no wider than the text stays readable on a phone.
        this.columns = Math.clamp(Math.round(Math.sqrt(tiles * 1.2)), 1, most);
        this.rows = (tiles + columns - 1) / columns;
    }

    /** A sheet that they fit on, with so much room below them. */
    Drawing sheet(int below) {
        boolean isShifted = rows > 1;
        return new Drawing(columns * STEP + (isShifted ? STEP / 2 : 0) + 4, bottom() + below);
    }

    /** Where the room below them begins. */
    int bottom() {
        return Math.max(1, rows) * ROW + 2 * TALL - ROW + 4;
    }

    /** The middle of a tile, from the left. */
    int x(int tile) {
        return 2 + STEP / 2 + (tile % columns) * STEP + (tile / columns % 2) * (STEP / 2);
    }

    /** The middle of a tile, from the top. */
    int y(int tile) {
        return 2 + TALL + tile / columns * ROW;
    }

    void outline(Drawing drawing, String looks, int tile) {
        int x = x(tile);
        int y = y(tile);
        drawing.path(
                "polygon",
                looks,
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
    }
}
