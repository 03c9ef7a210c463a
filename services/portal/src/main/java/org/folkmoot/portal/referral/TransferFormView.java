package org.folkmoot.portal.referral;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.rule.RuleWords.Named;
import org.folkmoot.portal.service.Referrals.Referral;
import org.folkmoot.portal.service.Teams.Team;
import org.folkmoot.portal.term.Terms;

/**
 * The form to offer a person to another team.
 *
 * @param tag the version that the person looks at
 * @param teams to which they could go
 */
public record TransferFormView(Referral referral, String tag, List<Team> teams, Form form) {
    public TransferFormView {
        teams = List.copyOf(teams);
    }

    /** Why they may. */
    public List<Named> reasons() {
        return Terms.REDIRECTS;
    }
}
