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
            return variance(effect.before());
        }

        /** The variance of the months after of which it is known. */
        public String varianceAfter() {
            return variance(effect.after());
        }

        /** Referrals of the months before of which they are told; nothing while no service counts them. */
        public String referralsBefore() {
            return referrals(effect.before());
        }

        /** Referrals of the months after of which they are told. */
        public String referralsAfter() {
            return referrals(effect.after());
        }

        private static String list(Span span) {
            return span.firstList() == null || span.lastList() == null
                    ? ""
                    : "%,d to %,d".formatted(span.firstList(), span.lastList());
        }

        private static String variance(Span span) {
            return of(span.budgetedMonths(), span, MoneyWords.orNothing(span.variancePence()));
        }

        private static String referrals(Span span) {
            return span.referrals() == null ? "" : of(span.referralMonths(), span, "%,d".formatted(span.referrals()));
        }

        /** A figure of fewer months than there are says so: else one side could not be compared with the other. */
        private static String of(int months, Span span, String figure) {
            return figure.isEmpty() || months == span.months()
                    ? figure
                    : "%s (%d of %d months)".formatted(figure, months, span.months());
        }
    }
}
