package org.folkmoot.portal.referral;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.rule.RuleWords.Named;
import org.folkmoot.portal.service.Referrals.Referral;
import org.folkmoot.portal.service.Teams.Team;
import org.folkmoot.portal.term.Terms;

/**
 * A referral before it is sent: to be checked, or to be changed.
 *
 * @param tag the version that the person looks at
 * @param teams to which it could go; none where it is checked
 */
public record DraftView(Referral referral, String tag, List<Team> teams, Form form) {
    public DraftView {
        teams = List.copyOf(teams);
    }

    public List<Named> priorities() {
        return Terms.PRIORITIES;
    }

    /** How soon the person is to be seen, in words. */
    public String priority() {
        return Terms.words(Terms.PRIORITIES, referral.priority());
    }

    /** For what the team found the person, in words. */
    public List<String> criteria() {
        return referral.criteria().stream()
                .map(code -> Terms.words(Terms.CRITERIA, code))
                .toList();
    }
}
