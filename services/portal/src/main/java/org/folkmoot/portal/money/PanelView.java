package org.folkmoot.portal.money;

import java.util.List;
import org.folkmoot.portal.model.OperatingModel;
import org.folkmoot.portal.service.Books.Effect;
import org.folkmoot.portal.service.Books.Span;

/**
 * What became of practices that changed their model.
 *
 * @param csv the changes as a file
 * @param monthsCsv every practice by month as a file
 */
public record PanelView(List<Row> rows, String csv, String xlsx, String monthsCsv, String monthsXlsx) {

    /** A change, before and after. */
    public record Row(Effect effect) {

        /** What it was before. */
        public String from() {
            return OperatingModel.words(effect.from());
        }

        /** What it is since. */
        public String to() {
            return OperatingModel.words(effect.to());
        }

        /** How the list went before. */
        public String listBefore() {
            return list(effect.before());
        }

        /** How the list went after. */
        public String listAfter() {
            return list(effect.after());
        }

        /** The variance of the months before of which it is known. */
        public String varianceBefore() {
            return MoneyWords.orNothing(effect.before().variancePence());
        }

        /** The variance of the months after of which it is known. */
        public String varianceAfter() {
            return MoneyWords.orNothing(effect.after().variancePence());
        }

        /** Referrals before; nothing while no service counts them. */
        public String referralsBefore() {
            return referrals(effect.before());
        }

        /** Referrals after. */
        public String referralsAfter() {
            return referrals(effect.after());
        }

        private static String list(Span span) {
            return span.firstList() == null || span.lastList() == null
                    ? ""
                    : "%,d to %,d".formatted(span.firstList(), span.lastList());
        }

        private static String referrals(Span span) {
            return span.referrals() == null ? "" : "%,d".formatted(span.referrals());
        }
    }
}
