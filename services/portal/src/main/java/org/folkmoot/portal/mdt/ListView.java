package org.folkmoot.portal.mdt;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.service.MdtMeetings.Meeting;
import org.folkmoot.portal.service.Referrals.Referral;

/**
 * The form that says whom a meeting discusses.
 *
 * @param tag the version that the person looks at
 * @param choices the team's referrals that are open
 */
public record ListView(Meeting meeting, String tag, List<Referral> choices, Form form) {
    public ListView {
        choices = List.copyOf(choices);
    }
}
