package org.folkmoot.portal.integration;

import java.util.List;
import org.folkmoot.portal.service.Cases.Summary;
import org.jspecify.annotations.Nullable;

/**
 * Integration cases.
 *
 * @param state the state that is wanted, or empty
 * @param mayAdd whether the person may open one
 * @param next the address of the next page; null on the last
 * @param first the address of the first page; null on the first
 */
public record CasesView(
        String state,
        boolean mayAdd,
        List<Row> rows,
        @Nullable String next,
        @Nullable String first,
        String csv,
        String xlsx) {

    /** A case in the list. */
    public record Row(Summary summary, CaseWords state) {

        /** The practice's name, or its code. */
        public String practice() {
            String name = summary.practiceName();
            return name == null ? summary.practice() : name;
        }
    }
}
