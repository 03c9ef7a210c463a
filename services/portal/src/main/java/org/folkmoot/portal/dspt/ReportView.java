package org.folkmoot.portal.dspt;

import java.util.List;
import java.util.Map;
import org.folkmoot.portal.service.Toolkit.Report;

/** What became of the rows of a list that was handed in. */
public record ReportView(Report report) {

    private static final Map<String, String> REASONS = Map.of(
            "columns-differ", "It has other columns than the head of the list",
            "code-invalid", "The code is no ODS code",
            "code-twice", "The organisation is named twice",
            "status-unknown", "The status is none that the toolkit gives",
            "date-invalid", "The date is none",
            "date-after-file", "The date is after that of the list");

    /** A row that was not recorded, in words. */
    public record Row(long line, String reason, String raw) {}

    /** The first of those that were not recorded. */
    public List<Row> rows() {
        return report.rows().stream()
                .map(row -> new Row(row.line(), REASONS.getOrDefault(row.reason(), row.reason()), row.raw()))
                .toList();
    }
}
