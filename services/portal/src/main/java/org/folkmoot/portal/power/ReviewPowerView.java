package org.folkmoot.portal.power;

import java.util.List;
import org.folkmoot.nhsuk.picture.BarChart;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.rule.RuleWords.Named;
import org.folkmoot.portal.service.Powers.Power;

/**
 * The form to write down what came of a review.
 *
 * @param tag the version that the person looks at
 */
public record ReviewPowerView(Power power, String tag, Form form) {

    public List<Named> outcomes() {
        return PowerWords.OUTCOMES;
    }

    /** How it was used. */
    public BarChart use() {
        return PowerView.chart(power);
    }
}
