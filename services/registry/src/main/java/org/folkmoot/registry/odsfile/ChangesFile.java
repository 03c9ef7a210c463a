package org.folkmoot.registry.odsfile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The file of organisations that changed. Nobody publishes it: it is written here from what the Organisation Data Service
 * answers when it is asked what changed, so that it goes the way of every file, with the same rules for its rows.
 */
public final class ChangesFile {

    private static final int ADDRESS_LINES = 5;
    private static final int FIRST_ROW = 2;

    static final String HEADER = "EXTRACT_DATE,CODE,NAME,STATUS,PRIMARY_ROLE,ROLES,OPEN_DATE,CLOSE_DATE,"
            + "ADDRESS_1,ADDRESS_2,ADDRESS_3,ADDRESS_4,ADDRESS_5,POSTCODE,TELEPHONE";

    /** The primary roles by which an organisation is one of the directory, and the kind that it then is. */
    private static final Map<String, OrganisationKind> KINDS =
            Map.of("RO177", OrganisationKind.OTHER, "RO197", OrganisationKind.TRUST, "RO272", OrganisationKind.PCN);

    private ChangesFile() {}

    /**
     * An organisation as it was told; texts are as they came, empty where nothing was told.
     *
     * @param status {@code open} or {@code closed}; whatever else was told makes the row one that is refused
     * @param roles the codes of the other roles, joined by {@code |}
     * @param opened the first day of operation, eight digits
     * @param closed the last day of operation, eight digits
     * @param address its lines; what is beyond five of them is part of the fifth
     */
    public record Change(
            String code,
            String name,
            String status,
            String primaryRole,
            String roles,
            String opened,
            String closed,
            List<String> address,
            String postcode,
            String phone) {

        public Change {
            address = List.copyOf(address);
        }
    }

    /** Whether organisations with this primary role are among those that the directory keeps. */
    public static boolean isOfTheDirectory(String primaryRole) {
        return KINDS.containsKey(primaryRole);
    }

    /** The file, in the order of the changes. */
    public static byte[] of(LocalDate asAt, List<Change> changes) {
        return changes.stream()
                .map(change -> row(asAt, change))
                .collect(Collectors.joining("", HEADER + "\n", ""))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The changes that would be refused, by their place among them from 0, and why. */
    public static Map<Integer, Reason> refused(LocalDate asAt, List<Change> changes) {
        byte[] file = of(asAt, changes);
        var refused = new HashMap<Integer, Reason>();
        try {
            Examined examined = new Examination(asAt).examine(new ByteArrayInputStream(file));
            if (examined instanceof Examined.Recognised recognised) {
                try (var rows = new FactReader(recognised, new ByteArrayInputStream(file))) {
                    for (FileRow row = rows.next(); row != null; row = rows.next()) {
                        if (row instanceof FileRow.Quarantined bad) {
                            refused.put(Math.toIntExact(bad.line()) - FIRST_ROW, bad.reason());
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory can be read", e);
        }
        return refused;
    }

    static Verdict read(Header header, List<String> row) {
        var cells = new Cells(row);
        String code = cells.code(header.column("CODE"));
        String name = cells.required(header.column("NAME"));
        Optional<OrganisationStatus> status = status(cells.required(header.column("STATUS")));
        if (status.isEmpty()) {
            cells.refuse(Reason.UNKNOWN_STATUS);
        }
        OrganisationKind family = KINDS.get(cells.required(header.column("PRIMARY_ROLE")));
        if (family == null) {
            cells.refuse(Reason.UNKNOWN_ORGANISATION_TYPE);
        }
        Optional<String> roles = PrescribingSetting.roles(Dialect.DSE, cells.text(header.column("ROLES")));
        if (roles.isEmpty()) {
            cells.refuse(Reason.UNKNOWN_SETTING);
        }
        boolean costCentre = family == OrganisationKind.OTHER;
        boolean practice =
                costCentre && roles.filter(PrescribingSetting::isGpPractice).isPresent();
        var opened = cells.date(header.column("OPEN_DATE"));
        var closed = cells.date(header.column("CLOSE_DATE"));
        cells.inOrder(opened, closed);
        var organisation = new Fact.Organisation(
                practice || family == null ? OrganisationKind.PRACTICE : family,
                code,
                name,
                status.orElse(OrganisationStatus.CLOSED),
                opened,
                closed,
                costCentre ? roles.filter(told -> !told.isEmpty()).orElse(null) : null,
                cells.lines(IntStream.rangeClosed(1, ADDRESS_LINES).map(line -> header.column("ADDRESS_" + line))),
                cells.optional(header.column("POSTCODE")),
                cells.optional(header.column("TELEPHONE")),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        return cells.verdict(() -> organisation);
    }

    private static Optional<OrganisationStatus> status(String cell) {
        return switch (cell) {
            case "open" -> Optional.of(OrganisationStatus.OPEN);
            case "closed" -> Optional.of(OrganisationStatus.CLOSED);
            default -> Optional.empty();
        };
    }

    private static String row(LocalDate asAt, Change change) {
        return Stream.of(
                        Stream.of(
                                asAt.toString(),
                                change.code(),
                                change.name(),
                                change.status(),
                                change.primaryRole(),
                                change.roles(),
                                change.opened(),
                                change.closed()),
                        IntStream.range(0, ADDRESS_LINES).mapToObj(line -> line(change.address(), line)),
                        Stream.of(change.postcode(), change.phone()))
                .flatMap(cells -> cells)
                .map(ChangesFile::cell)
                .collect(Collectors.joining(",", "", "\n"));
    }

    private static String line(List<String> address, int line) {
        if (line >= address.size()) {
            return "";
        }
        return line < ADDRESS_LINES - 1 ? address.get(line) : String.join(", ", address.subList(line, address.size()));
    }

    /** A row is one line: line ends in a value are blanks. */
    private static String cell(String value) {
        return '"' + value.replaceAll("\\s+", " ").replace("\"", "\"\"") + '"';
    }
}
