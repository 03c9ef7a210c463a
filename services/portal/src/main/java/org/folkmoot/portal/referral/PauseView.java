package org.folkmoot.portal.referral;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.rule.RuleWords.Named;
import org.folkmoot.portal.service.Referrals.Referral;
import org.folkmoot.portal.term.Terms;

/**
 * The form to let the clock stand still.
 *
 * @param tag the version that the person looks at
 */
public record PauseView(Referral referral, String tag, Form form) {

    /** Why it may. */
    public List<Named> reasons() {
        return Terms.PAUSES;
    }
}
