package org.folkmoot.portal.referral;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.service.Teams.Member;
import org.folkmoot.portal.service.Transfers.Transfer;
import org.folkmoot.portal.term.Mark;
import org.folkmoot.portal.term.Terms;
import org.jspecify.annotations.Nullable;

/**
 * A person is offered to another team.
 *
 * @param tag the version that the person looks at
 * @param members of that team, one of whom would own the care; none for who cannot accept
 */
public record TransferView(Transfer transfer, String tag, List<Member> members, Form form) {
    public TransferView {
        members = List.copyOf(members);
    }

    /** Why they are. */
    public String why() {
        return Terms.words(Terms.REDIRECTS, transfer.reason());
    }

    /** Where the referral stands; null once the offer is answered. */
    public @Nullable Mark state() {
        String state = transfer.state();
        return state == null ? null : Terms.state(state);
    }
}
