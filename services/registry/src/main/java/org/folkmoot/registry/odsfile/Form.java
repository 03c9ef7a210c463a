package org.folkmoot.registry.odsfile;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.folkmoot.registry.odsfile.Fact.Area;
import org.folkmoot.registry.odsfile.Fact.ListOf;
import org.jspecify.annotations.Nullable;

/** How the rows of one kind of file are read. */
interface Form {

    Verdict read(List<String> row);

    /** The form of an examined file. */
    static Form of(Examined.Recognised file) {
        Header header = file.header();
        return switch (file.kind()) {
            case COST_CENTRES -> new CostCentreForm(file.dialect().orElseThrow());
            case TRUSTS -> Form::trust;
            case BRANCHES -> Form::branch;
            case PCN_DETAILS -> row -> pcn(header, row);
            case REGISTER_MAP -> dated(file, row -> registration(header, row));
            case GEOGRAPHY -> row -> geography(header, row);
            case MEMBERSHIPS -> row -> spell(header, row);
            case LIST_SIZES -> dated(file, row -> practiceList(header, row));
            case LIST_TOTALS -> dated(file, row -> listTotal(header, row));
            case CHANGES -> dated(file, row -> ChangesFile.read(header, row));
        };
    }

    /** Rows of another extract than most of the file belong into another release. */
    private static Form dated(Examined.Recognised file, Form form) {
        int column = file.header().column("EXTRACT_DATE");
        return row -> {
            var date = FileDates.extract(row.get(column).strip());
            if (date.isEmpty()) {
                return new Verdict.Refused(Reason.INVALID_DATE);
            }
            return file.stated().equals(date) ? form.read(row) : new Verdict.Refused(Reason.OTHER_AS_AT);
        };
    }

    private static Verdict trust(List<String> row) {
        return switch (Shape.of(row)) {
            case TRUST -> withoutStatus(OrganisationKind.TRUST, row);
            case BRANCH, COST_CENTRE_LEGACY, COST_CENTRE_DSE -> new Verdict.Refused(Reason.OTHER_KIND);
            case UNKNOWN -> refusedFor(row);
        };
    }

    private static Verdict branch(List<String> row) {
        return switch (Shape.of(row)) {
            case BRANCH -> withoutStatus(OrganisationKind.BRANCH, row);
            case TRUST, COST_CENTRE_LEGACY, COST_CENTRE_DSE -> new Verdict.Refused(Reason.OTHER_KIND);
            case UNKNOWN -> refusedFor(row);
        };
    }

    /** The shape of a row shows in its codes; where it shows none, a code is missing or wrong. */
    private static Verdict refusedFor(List<String> row) {
        var cells = new Cells(row);
        cells.code(0);
        cells.optionalCode(14);
        cells.refuse(row.get(12).isBlank() ? Reason.INVALID_CODE : Reason.UNKNOWN_STATUS);
        return cells.verdict(() -> {
            throw new IllegalStateException("refused above");
        });
    }

    /** Trusts and branches have no status: they are open from their open date to their close date. */
    private static Verdict withoutStatus(OrganisationKind kind, List<String> row) {
        var cells = new Cells(row);
        String code = cells.code(0);
        String name = cells.required(1);
        var opened = cells.date(10);
        var closed = cells.date(11);
        cells.inOrder(opened, closed);
        // A branch's column 15 is the practice it belongs to.
        String parent = kind == OrganisationKind.BRANCH ? cells.code(14) : null;
        var organisation = new Fact.Organisation(
                kind,
                code,
                name,
                OrganisationStatus.OPEN,
                opened,
                closed,
                null,
                cells.lines(IntStream.rangeClosed(4, 8)),
                cells.optional(9),
                cells.optional(17),
                cells.optional(2),
                cells.optional(3),
                null,
                cells.date(15),
                cells.date(16),
                parent,
                null);
        return cells.verdict(() -> organisation);
    }

    private static Verdict pcn(Header header, List<String> row) {
        var cells = new Cells(row);
        String code = cells.code(header.column("PCN CODE"));
        String name = cells.required(header.column("PCN NAME"));
        var opened = cells.date(header.column("OPEN DATE"));
        var closed = cells.date(header.column("CLOSE DATE"));
        cells.inOrder(opened, closed);
        var organisation = new Fact.Organisation(
                OrganisationKind.PCN,
                code,
                name,
                OrganisationStatus.OPEN,
                opened,
                closed,
                null,
                cells.lines(IntStream.rangeClosed(1, 5).map(line -> header.column("ADDRESS LINE " + line))),
                cells.optional(header.column("POSTCODE")),
                null,
                null,
                null,
                cells.optionalCode(header.column("CURRENT SUB ICB LOC CODE")),
                null,
                null,
                null,
                null);
        return cells.verdict(() -> organisation);
    }

    private static Verdict registration(Header header, List<String> row) {
        var cells = new Cells(row);
        String practice = cells.code(header.column("PRACTICE_CODE"));
        String name = cells.required(header.column("PRACTICE_NAME"));
        String pcn =
                noNetwork(cells.required(header.column("PCN_CODE"))) ? null : cells.code(header.column("PCN_CODE"));
        var registration = new Fact.Registration(
                practice,
                name,
                cells.optional(header.column("PRACTICE_POSTCODE")),
                pcn,
                pcn == null ? null : cells.required(header.column("PCN_NAME")),
                area(cells, header, "SUB_ICB_LOCATION"),
                area(cells, header, "ICB"),
                area(cells, header, "COMM_REGION"),
                cells.optional(header.column("SUPPLIER_NAME")));
        return cells.verdict(() -> registration);
    }

    /** {@code U}, and nothing longer: {@code U00000} is a network. */
    private static boolean noNetwork(String code) {
        return code.equals("U") || code.equals("u");
    }

    private static Verdict geography(Header header, List<String> row) {
        var cells = new Cells(row);
        var geography = new Fact.Geography(
                area(cells, header, "COMM_REGION"),
                area(cells, header, "ICB"),
                area(cells, header, "SUB_ICB_LOCATION"));
        return cells.verdict(() -> geography);
    }

    private static Area area(Cells cells, Header header, String column) {
        return new Area(
                cells.code(header.column(column + "_CODE")),
                cells.required(header.column(column + "_NAME")),
                cells.optional(header.column("ONS_" + column + "_CODE")));
    }

    private static Verdict spell(Header header, List<String> row) {
        var cells = new Cells(row);
        String practice = cells.code(header.column("PARTNER ORGANISATION CODE"));
        String pcn = cells.code(header.column("PCN CODE"));
        var starts = cells.requiredDate(header.column("PRACTICE TO PCN RELATIONSHIP START DATE"));
        var ends = cells.date(header.column("PRACTICE TO PCN RELATIONSHIP END DATE"));
        cells.inOrder(starts, ends);
        var spell = new Fact.Spell(
                practice, pcn, starts, ends, cells.optionalCode(header.column("PRACTICE PARENT SUB ICB LOC CODE")));
        return cells.verdict(() -> spell);
    }

    private static Verdict practiceList(Header header, List<String> row) {
        var cells = new Cells(row);
        if (!cells.required(header.column("TYPE")).equalsIgnoreCase("GP")) {
            cells.refuse(Reason.UNKNOWN_ORGANISATION_TYPE);
        }
        String code = cells.code(header.column("CODE"));
        refuseParts(cells, header);
        int patients = cells.number(header.column("NUMBER_OF_PATIENTS"), 10_000_000);
        var size = new Fact.ListSize(
                ListOf.PRACTICE, code, patients, cells.optionalCode(header.column("SUB_ICB_LOCATION_CODE")));
        return cells.verdict(() -> size);
    }

    private static Verdict listTotal(Header header, List<String> row) {
        var cells = new Cells(row);
        ListOf of = listOf(cells.required(header.column("ORG_TYPE")));
        if (of == null) {
            cells.refuse(Reason.UNKNOWN_ORGANISATION_TYPE);
        }
        // The patients of practices in no network have a line too, under the code U; England's own code is ENG.
        String code = noNetwork(cells.required(header.column("ORG_CODE"))) && of == ListOf.PCN
                ? "U"
                : cells.code(header.column("ORG_CODE"));
        refuseParts(cells, header);
        int patients = cells.number(header.column("NUMBER_OF_PATIENTS"), 100_000_000);
        var size = new Fact.ListSize(of == null ? ListOf.PRACTICE : of, code, patients, null);
        return cells.verdict(() -> size);
    }

    private static void refuseParts(Cells cells, Header header) {
        if (!cells.required(header.column("SEX")).equalsIgnoreCase("ALL")
                || !cells.required(header.column("AGE")).equalsIgnoreCase("ALL")) {
            cells.refuse(Reason.NOT_A_TOTAL);
        }
    }

    private static @Nullable ListOf listOf(String type) {
        return switch (type.toUpperCase(Locale.ROOT).replace(' ', '_')) {
            case "PCN" -> ListOf.PCN;
            case "SUB_ICB_LOCATION_CODE", "SUB_ICB_LOCATION", "SUB_ICB" -> ListOf.SUB_ICB;
            case "ICB" -> ListOf.ICB;
            case "COMM_REGION", "COMM_REGION_CODE", "REGION" -> ListOf.REGION;
            case "NATIONAL", "ENGLAND" -> ListOf.ENGLAND;
            default -> null;
        };
    }
}
