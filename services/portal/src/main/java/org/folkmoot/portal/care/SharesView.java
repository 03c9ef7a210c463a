package org.folkmoot.portal.care;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.folkmoot.portal.service.Referrals.Referral;
import org.folkmoot.portal.service.Shares.Share;
import org.folkmoot.portal.term.Mark;
import org.folkmoot.portal.term.Terms;
import org.jspecify.annotations.Nullable;

/**
 * What is and was shared of somebody.
 *
 * @param decides whether the person may decide it
 * @param revokes whether the person may take back what their team may
 * @param done what has just been done, in a sentence; null if nothing
 */
public record SharesView(
        Referral referral,
        List<Line> shares,
        boolean decides,
        boolean revokes,
        @Nullable String done) {

    /** A decision, in words. */
    public record Line(Share share, String what, String basis, Mark state, String dspt) {

        static Line of(Share share) {
            return new Line(
                    share,
                    Stream.concat(
                                    Stream.of("The referral"),
                                    share.what().stream().map(code -> Terms.words(Terms.SHARED, code)))
                            .collect(Collectors.joining(", ")),
                    Terms.words(Terms.BASES, share.basis()),
                    switch (share.state()) {
                        case "in-force" -> new Mark("In force", "green");
                        case "ended" -> new Mark("Ended", "grey");
                        case "revoked" -> new Mark("Revoked", "orange");
                        default -> new Mark(share.state(), "grey");
                    },
                    Terms.dspt(share.dspt()));
        }
    }

    /** Where it is decided. */
    public String addHref(String base) {
        return base + "/referrals/" + referral.id() + "/shares/add/";
    }

    public SharesView {
        shares = List.copyOf(shares);
    }
}
