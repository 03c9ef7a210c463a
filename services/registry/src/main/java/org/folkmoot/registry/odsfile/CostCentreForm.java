package org.folkmoot.registry.odsfile;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A row of the file of prescribing cost centres, in the dialect in which most of the file is. */
record CostCentreForm(Dialect dialect) implements Form {

    @Override
    public Verdict read(List<String> row) {
        return switch (Shape.of(row)) {
            case COST_CENTRE_LEGACY -> dialect == Dialect.LEGACY ? costCentre(row) : refused(Reason.OTHER_DIALECT);
            case COST_CENTRE_DSE -> dialect == Dialect.DSE ? costCentre(row) : refused(Reason.OTHER_DIALECT);
            case TRUST, BRANCH -> refused(row.get(25).isBlank() ? Reason.OTHER_KIND : Reason.MISSING_VALUE);
            case UNKNOWN -> refused(row.get(12).isBlank() ? Reason.MISSING_VALUE : Reason.UNKNOWN_STATUS);
        };
    }

    private Verdict costCentre(List<String> row) {
        var cells = new Cells(row);
        String code = cells.code(0);
        String name = cells.required(1);
        var opened = cells.date(10);
        var closed = cells.date(11);
        cells.inOrder(opened, closed);
        var joined = cells.date(15);
        var left = cells.date(16);
        OrganisationStatus status = status(cells.required(12));
        if (status == null) {
            cells.refuse(Reason.UNKNOWN_STATUS);
        }
        String roles = PrescribingSetting.roles(dialect, cells.text(25)).orElse(null);
        if (roles == null) {
            cells.refuse(Reason.UNKNOWN_SETTING);
        }
        boolean practice = roles != null && PrescribingSetting.isGpPractice(roles);
        var organisation = new Fact.Organisation(
                practice ? OrganisationKind.PRACTICE : OrganisationKind.OTHER,
                code,
                name,
                status == null ? OrganisationStatus.CLOSED : status,
                opened,
                closed,
                roles == null || roles.isEmpty() ? null : roles,
                cells.lines(IntStream.rangeClosed(4, 8)),
                cells.optional(9),
                cells.optional(17),
                cells.optional(2),
                cells.optional(3),
                cells.optional(14),
                joined,
                left,
                null,
                cells.optional(23));
        return cells.verdict(() -> organisation);
    }

    private @Nullable OrganisationStatus status(String cell) {
        return switch (dialect) {
            case LEGACY ->
                switch (cell) {
                    case "A" -> OrganisationStatus.OPEN;
                    case "C" -> OrganisationStatus.CLOSED;
                    case "D" -> OrganisationStatus.DORMANT;
                    case "P" -> OrganisationStatus.PROPOSED;
                    default -> null;
                };
            case DSE ->
                switch (cell) {
                    case "ACTIVE" -> OrganisationStatus.OPEN;
                    case "INACTIVE" -> OrganisationStatus.CLOSED;
                    case "DORMANT" -> OrganisationStatus.DORMANT;
                    default -> null;
                };
        };
    }

    private static Verdict refused(Reason reason) {
        return new Verdict.Refused(reason);
    }
}
