package org.folkmoot.registry.odsfile;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What kind of prescribing a cost centre does, in ODS role codes.
 *
 * <p>The legacy dialect writes a number. Which role code stands for it today shows in the organisations that both
 * dialects list; where they did not agree, by the most of them. A number that is in no role code today is kept as
 * {@code S15}, say, so that nothing that the file said is lost.
 */
final class PrescribingSetting {

    /** GP practice. */
    static final String GP_PRACTICE = "RO76";

    private static final Map<Integer, String> ROLE_OF_NUMBER = Map.ofEntries(
            Map.entry(0, "RO72"),
            Map.entry(1, "RO87"),
            Map.entry(2, "RO80"),
            Map.entry(3, "RO80|RO87"),
            Map.entry(4, GP_PRACTICE),
            Map.entry(8, "RO255"),
            Map.entry(9, "RO247"),
            Map.entry(10, "RO250"),
            Map.entry(11, "RO252"),
            Map.entry(12, "RO259"),
            Map.entry(13, "RO249"),
            Map.entry(14, "RO246"),
            Map.entry(16, "RO260"),
            Map.entry(17, "RO257"),
            Map.entry(18, "RO256"),
            Map.entry(19, "RO251"),
            Map.entry(20, "RO248"),
            Map.entry(22, "RO258"),
            Map.entry(25, "RO82"),
            Map.entry(26, "RO321"),
            Map.entry(27, "RO323"));

    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");
    private static final Pattern ROLE = Pattern.compile("RO\\d{1,4}");
    private static final Pattern BAR = Pattern.compile("\\|");

    private PrescribingSetting() {}

    /** The role codes in order, joined by {@code |}, perhaps none; empty when the cell is neither. */
    static Optional<String> roles(Dialect dialect, String cell) {
        if (cell.isEmpty()) {
            return Optional.of("");
        }
        return switch (dialect) {
            case LEGACY ->
                NUMBER.matcher(cell).matches() ? Optional.of(ofNumber(Integer.parseInt(cell))) : Optional.empty();
            case DSE -> ofCodes(cell);
        };
    }

    static boolean isGpPractice(String roles) {
        return roles.equals(GP_PRACTICE) || BAR.splitAsStream(roles).anyMatch(GP_PRACTICE::equals);
    }

    private static String ofNumber(int number) {
        return ROLE_OF_NUMBER.getOrDefault(number, "S" + number);
    }

    private static Optional<String> ofCodes(String cell) {
        if (ROLE.matcher(cell).matches()) {
            return Optional.of(cell);
        }
        String[] codes = BAR.split(cell, -1);
        for (int i = 0; i < codes.length; i++) {
            codes[i] = codes[i].strip();
            if (!ROLE.matcher(codes[i]).matches()) {
                return Optional.empty();
            }
        }
        // In order of their numbers and each once, so that another order of the same roles is no change.
        return Optional.of(Arrays.stream(codes)
                .distinct()
                .sorted((a, b) -> Integer.compare(Integer.parseInt(a.substring(2)), Integer.parseInt(b.substring(2))))
                .collect(Collectors.joining("|")));
    }
}
