package org.folkmoot.portal.finding;

import java.time.LocalDate;
import java.util.List;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.service.Registry.Finding;
import org.jspecify.annotations.Nullable;

/**
 * A list of findings.
 *
 * @param state the state that is wanted: {@code open}, {@code resolved}, {@code gone}, or empty for all
 * @param kind the kind that is wanted, or empty
 * @param sort the order that is wanted; null for that in which they were noted
 */
public record FindingsView(
        String state, String kind, @Nullable String sort, List<FindingKind> kinds, Listing<Row> list) {

    /** A finding in the list. */
    public record Row(
            String href,
            String kind,
            String subject,
            @Nullable String icb,
            String sentence,
            String state,
            LocalDate notedIn) {

        static Row of(String base, Finding finding) {
            return new Row(
                    base + "/findings/" + finding.id() + "/",
                    FindingKind.words(finding),
                    finding.subject(),
                    finding.icb(),
                    FindingKind.sentence(finding),
                    finding.state(),
                    finding.notedIn());
        }
    }
}
