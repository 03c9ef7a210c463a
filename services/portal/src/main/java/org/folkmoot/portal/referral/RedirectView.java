package org.folkmoot.portal.referral;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.rule.RuleWords.Named;
import org.folkmoot.portal.service.Referrals.Referral;
import org.folkmoot.portal.service.Teams.Team;
import org.folkmoot.portal.term.Terms;

/**
 * The form to redirect a referral.
 *
 * @param tag the version that the person looks at
 * @param teams to which it could go
 */
public record RedirectView(Referral referral, String tag, List<Team> teams, Form form) {
    public RedirectView {
        teams = List.copyOf(teams);
    }

    /** Why it may. */
    public List<Named> reasons() {
        return Terms.REDIRECTS;
    }
}
