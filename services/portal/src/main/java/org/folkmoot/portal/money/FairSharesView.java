package org.folkmoot.portal.money;

import org.folkmoot.portal.frame.Found;
import org.folkmoot.portal.service.Books.ShareSummary;

/**
 * Fair shares.
 *
 * @param divides whether the person may divide an amount
 * @param practice in which this practice has a portion; empty for all
 */
public record FairSharesView(boolean divides, String practice, Found<Row> found) {

    /** A fair share in the list. */
    public record Row(ShareSummary share) {

        /** How much was divided. */
        public String amount() {
            return MoneyWords.pounds(share.amountPence());
        }

        /** By what. */
        public String rule() {
            return ShareRule.words(share.rule());
        }
    }
}
