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

    private static final Map<String, String> CHANGES = Map.ofEntries(
            Map.entry("practice.opened", "A practice opened"),
            Map.entry("practice.closed", "A practice closed"),
            Map.entry("practice.moved", "A practice came under another ICB or location"),
            Map.entry("practice.renamed", "A practice has another name"),
            Map.entry("practice.listsize.published", "A practice's list size was published"),
            Map.entry("pcn.opened", "A PCN began"),
            Map.entry("pcn.closed", "A PCN ended"),
            Map.entry("pcn.member.joined", "A practice joined a PCN"),
            Map.entry("pcn.member.left", "A practice left a PCN"));

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

    /** What was told, in words, and how often. */
    public record Told(String words, long times) {}

    /** What the ICSs were told; what has no words here goes by its name. */
    public List<Told> announced() {
        return report.announced().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Told(CHANGES.getOrDefault(entry.getKey(), entry.getKey()), entry.getValue()))
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
