package org.folkmoot.registry.odsfile;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The columns of a file by their names, in whatever order they come. Files without a header have an empty one. */
record Header(List<String> columns, Map<String, Integer> positions) {

    static final Header NONE = of(List.of());

    /** Columns without which a kind of file cannot be read are all but those that nothing is taken from. */
    private static final List<String> NOT_NEEDED = List.of(
            "PUBLICATION",
            "ONS_SUB_ICB_LOCATION_CODE",
            "ONS_ICB_CODE",
            "ONS_COMM_REGION_CODE",
            "ONS_CODE",
            "SUPPLIER_NAME",
            "PRACTICES_IN_MAP",
            "PARTNER NAME",
            "PRACTICE PARENT SUB ICB LOC NAME",
            "PCN PARENT SUB ICB LOC CODE",
            "PCN PARENT SUB ICB LOC NAME",
            "PRACTICE SUB ICB LOC AND PCN SUB ICB LOC MATCH",
            "SUB ICB LOCATION");

    static Header of(List<String> names) {
        var positions = new HashMap<String, Integer>();
        List<String> columns = names.stream()
                .map(name -> name.strip().toUpperCase(Locale.ROOT))
                .toList();
        for (int i = 0; i < columns.size(); i++) {
            positions.putIfAbsent(columns.get(i), i);
        }
        return new Header(columns, Map.copyOf(positions));
    }

    /** The column's position, or -1 when the file has no such column. */
    int column(String name) {
        return positions.getOrDefault(name, -1);
    }

    boolean isOf(FileKind kind) {
        return kind.hasHeader()
                && kind.header().stream().allMatch(name -> positions.containsKey(name) || NOT_NEEDED.contains(name))
                // Each name once: a column twice leaves open which of them counts.
                && positions.size() == columns.size()
                // The map has every column of the geography too; without some of its own it is a damaged map.
                && !(kind == FileKind.GEOGRAPHY && positions.containsKey("PRACTICE_CODE"));
    }

    /** As many columns, and three in four of them in their places. */
    boolean isNearly(FileKind kind) {
        if (!kind.hasHeader() || kind.header().size() != columns.size()) {
            return false;
        }
        int same = 0;
        for (int i = 0; i < columns.size(); i++) {
            same += columns.get(i).equals(kind.header().get(i)) ? 1 : 0;
        }
        return same * 4 >= columns.size() * 3;
    }
}
