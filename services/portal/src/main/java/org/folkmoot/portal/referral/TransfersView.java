package org.folkmoot.portal.referral;

import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.service.Transfers.Transfer;
import org.folkmoot.portal.term.Terms;
import org.jspecify.annotations.Nullable;

/**
 * Whom the person's teams are offered, or whom another team did not take over.
 *
 * @param declined whether it is the latter
 * @param done what has just been done, in a sentence; null if nothing
 */
public record TransfersView(boolean declined, @Nullable String done, Listing<Transfer> list) {

    /** Why somebody is offered. */
    public String why(Transfer transfer) {
        return Terms.words(Terms.REDIRECTS, transfer.reason());
    }
}
