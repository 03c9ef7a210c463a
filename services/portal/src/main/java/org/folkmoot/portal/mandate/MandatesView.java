package org.folkmoot.portal.mandate;

import org.folkmoot.portal.frame.EveryGroup;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.service.Groups.Mandate;

/**
 * Mandates of the ICS.
 *
 * @param state the state that is wanted, or empty
 * @param sort what the list is in the order of
 */
public record MandatesView(String state, String sort, Listing<Row> list) {

    /** A mandate in the list. */
    public record Row(String href, Mandate mandate, String group, MandateWords state) {

        static Row of(String base, EveryGroup.Of<Mandate> known) {
            return new Row(
                    base + "/mandates/" + known.what().id() + "/",
                    known.what(),
                    known.group().name(),
                    MandateWords.of(known.what()));
        }
    }
}
