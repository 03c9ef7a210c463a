package org.folkmoot.portal.power;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.rule.RuleWords.Named;
import org.folkmoot.portal.service.Powers.Power;

/**
 * The form to propose a change of a power.
 *
 * @param tag the version that the person looks at
 * @param ballots those that may have decided it: carried
 */
public record ChangePowerView(Power power, String tag, List<Named> ballots, Form form) {

    public List<Named> changes() {
        return PowerWords.CHANGES;
    }
}
