package org.folkmoot.portal.referral;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.service.Referrals.Referral;
import org.folkmoot.portal.service.Teams.Member;
import org.jspecify.annotations.Nullable;

/**
 * The referral that is answered next.
 *
 * @param waiting how many wait
 * @param next the one to be answered; null where none waits
 * @param done what has just been done, in a sentence; null if nothing
 */
public record TriageView(
        int waiting, @Nullable Next next, @Nullable String done, Form form) {

    /**
     * A referral to be answered.
     *
     * @param tag the version that the person looks at
     * @param clock its clock; null while it is a draft
     * @param members those of the team who could own the care
     * @param skip the address of the one after it; null where there is none
     */
    public record Next(
            Referral referral,
            String tag,
            @Nullable ClockView clock,
            List<Member> members,
            @Nullable String skip) {
        public Next {
            members = List.copyOf(members);
        }
    }
}
