package org.folkmoot.portal.care;

import java.math.BigDecimal;
import java.util.List;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.frame.Panel;
import org.folkmoot.portal.service.CarePlans.Agreed;
import org.folkmoot.portal.term.Mark;
import org.folkmoot.portal.term.Terms;

/**
 * The care plans of the person's teams, the earliest review first.
 *
 * @param review how the day of the review is to stand, as a code; empty for all
 * @param coverage how many of those in care have a plan, in a sentence for each team
 */
public record CarePlansView(String review, Panel<List<String>> coverage, Listing<Row> list) {

    /** A plan in the list. */
    public record Row(Agreed plan, Mark mark) {

        static Row of(Agreed plan) {
            return new Row(plan, Terms.due(plan.review()));
        }
    }

    static String sentence(String team, int inCare, int withPlan, BigDecimal percent) {
        return "%s: %d of %d in care have a plan that is agreed, %s%%."
                .formatted(team, withPlan, inCare, percent.stripTrailingZeros().toPlainString());
    }
}
