package org.folkmoot.portal.money;

import java.util.List;
import org.folkmoot.portal.service.Books.ShareSummary;
import org.jspecify.annotations.Nullable;

/**
 * Fair shares.
 *
 * @param practice in which this practice has a portion; empty for all
 * @param next the address of the next page; null on the last
 * @param first the address of the first page; null on the first
 */
public record FairSharesView(
        String practice,
        List<Row> rows,
        @Nullable String next,
        @Nullable String first,
        String csv,
        String xlsx) {

    /** A fair share in the list. */
    public record Row(ShareSummary share) {

        /** How much was divided. */
        public String amount() {
            return MoneyWords.pounds(share.amountPence());
        }

        /** By what. */
        public String rule() {
            return MoneyWords.rule(share.rule());
        }
    }
}
