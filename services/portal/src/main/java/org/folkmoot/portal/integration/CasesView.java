package org.folkmoot.portal.integration;

import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.service.Cases.Summary;

/**
 * Integration cases.
 *
 * @param state the state that is wanted, or empty
 * @param mayAdd whether the person may open one
 */
public record CasesView(String state, boolean mayAdd, Listing<Row> list) {

    /** A case in the list. */
    public record Row(Summary summary, CaseWords state) {

        /** The practice's name, or its code. */
        public String practice() {
            String name = summary.practiceName();
            return name == null ? summary.practice() : name;
        }
    }
}
