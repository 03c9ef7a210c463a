package org.folkmoot.portal.motion;

import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.service.Motions.Objection;

/**
 * Objections and comments of the ICS.
 *
 * @param show all of them, or {@code waiting} or {@code answered}
 * @param kind all of them, or {@code objection} or {@code comment}
 */
public record ObjectionsView(String show, String kind, Listing<Row> list) {

    /** An objection or a comment in the list. */
    public record Row(Objection objection, String group) {}
}
