package org.folkmoot.portal.care;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.service.PracticeChanges.PracticeChange;
import org.folkmoot.portal.service.Referrals.Referral;
import org.folkmoot.portal.service.Teams.Team;

/**
 * Somebody is registered elsewhere: the team keeps them, or another goes on.
 *
 * @param tag the version that the person looks at
 * @param teams which could go on
 */
public record PracticeChangeView(PracticeChange change, Referral referral, String tag, List<Team> teams, Form form) {
    public PracticeChangeView {
        teams = List.copyOf(teams);
    }

    /** Whether the person who asks may: of whom the team has taken on, those who answer for them. */
    public boolean mayHandOver() {
        return !referral.owned() || referral.may("offer-transfer");
    }
}
