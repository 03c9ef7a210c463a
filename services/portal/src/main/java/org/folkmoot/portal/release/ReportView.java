package org.folkmoot.portal.release;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.folkmoot.portal.frame.Words;
import org.folkmoot.portal.service.Registry.Job;
import org.folkmoot.portal.service.Registry.QuarantinedRow;
import org.folkmoot.portal.service.Registry.Report;
import org.jspecify.annotations.Nullable;

/**
 * What became of a release.
 *
 * @param reason the reason that is wanted of the quarantined rows, or empty for all
 * @param rows the quarantined rows of this page
 * @param next the address of the next page; null on the last
 * @param before the address of the page before; null on the first
 */
public record ReportView(
        Job job,
        Report report,
        String reason,
        List<Reason> reasons,
        List<QuarantinedRow> rows,
        long matching,
        @Nullable String next,
        @Nullable String before,
        String csv) {

    /** A reason, and how many rows it holds back. */
    public record Reason(String reason, long rows) {

        /** The reason in words. */
        public String words() {
            return reason.replace('-', ' ');
        }

        /** The reason with its number of rows. */
        public String label() {
            return "%s (%s)".formatted(words(), Words.words(rows));
        }
    }

    /** How it ended, in words. */
    public String outcome() {
        return JobView.words(job);
    }

    /** Events that were told, by name. */
    public List<Map.Entry<String, Long>> announced() {
        return report.announced().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .toList();
    }

    static List<Reason> reasons(Report report) {
        return report.quarantine().stream()
                .collect(Collectors.groupingBy(QuarantinedRow::reason, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> new Reason(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Reason::rows).reversed().thenComparing(Reason::reason))
                .toList();
    }
}
