package org.folkmoot.portal.backlog;

import java.time.LocalDate;
import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.frame.Words;
import org.jspecify.annotations.Nullable;

/**
 * The form for a practice's return.
 *
 * @param practice its code
 * @param name what people call it
 * @param week whose return is put right; null for a new one
 * @param tag the version that the person looks at; empty for a new one
 * @param weeks of which one can be reported
 */
public record ReportView(
        String practice, String name, @Nullable LocalDate week, String tag, List<Week> weeks, Form form) {

    /** A week to choose. */
    public record Week(LocalDate monday) {

        /** As the form sends it. */
        public String code() {
            return monday.toString();
        }

        /** As people call it. */
        public String words() {
            return "The week from " + Words.words(monday);
        }
    }
}
