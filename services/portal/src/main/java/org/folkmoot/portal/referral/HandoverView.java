package org.folkmoot.portal.referral;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.service.Referrals.Referral;
import org.folkmoot.portal.service.Teams.Member;

/**
 * The form to offer the care to somebody else.
 *
 * @param tag the version that the person looks at
 * @param others the members of the team who could take over
 */
public record HandoverView(Referral referral, String tag, List<Member> others, Form form) {
    public HandoverView {
        others = List.copyOf(others);
    }
}
