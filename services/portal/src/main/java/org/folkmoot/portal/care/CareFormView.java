package org.folkmoot.portal.care;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.rule.RuleWords.Named;
import org.folkmoot.portal.service.Referrals.Referral;
import org.folkmoot.portal.term.Terms;

/**
 * A form about the care of somebody.
 *
 * @param referral of whom
 * @param tag the version that the person looks at; empty where none has to be
 */
public record CareFormView(Referral referral, String tag, Form form) {

    public List<Named> outcomes() {
        return Terms.REVIEWS;
    }

    public List<Named> bases() {
        return Terms.BASES;
    }

    public List<Named> parts() {
        return Terms.SHARED;
    }
}
