package org.folkmoot.portal.dspt;

import java.util.Arrays;
import java.util.List;
import org.folkmoot.portal.frame.AsAtChoice;
import org.folkmoot.portal.frame.Found;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.service.Toolkit.Status;
import org.jspecify.annotations.Nullable;

/**
 * How organisations stand by the toolkit.
 *
 * @param organisation the code of one that is wanted alone, or empty
 * @param status the status that is wanted, or empty
 * @param practices whether only the ICS's practices are wanted
 * @param sort the order, if it is another than that of codes
 * @param handsIn whether the person may hand in the list
 * @param here the address of the list, for the present
 */
public record DsptListView(
        AsAtChoice asAt,
        String organisation,
        String status,
        boolean practices,
        @Nullable String sort,
        boolean handsIn,
        Found<Row> found,
        Query here) {

    /** An organisation in the list. */
    public record Row(Status fact) {

        /** How it stands. */
        public DsptWords standing() {
            return DsptWords.of(fact.status());
        }
    }

    /** The statuses of which one can be looked at alone. */
    public List<DsptWords> statuses() {
        return Arrays.asList(DsptWords.values());
    }
}
