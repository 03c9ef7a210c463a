package org.folkmoot.portal.care;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.folkmoot.portal.service.CarePlans.Agreement;
import org.folkmoot.portal.service.CarePlans.CarePlan;
import org.folkmoot.portal.service.CarePlans.Review;
import org.folkmoot.portal.service.CarePlans.Version;
import org.folkmoot.portal.service.Referrals.Referral;
import org.folkmoot.portal.term.Mark;
import org.folkmoot.portal.term.Terms;
import org.jspecify.annotations.Nullable;

/**
 * The care plan of somebody.
 *
 * @param plan null while none was drafted
 * @param drafts whether whoever looks may draft a version
 * @param agrees whether they may say that the person agreed, and what came of a review
 * @param done what has just been done, in a sentence; null if nothing
 */
public record CarePlanView(
        Referral referral,
        @Nullable CarePlan plan,
        boolean drafts,
        boolean agrees,
        @Nullable String done) {

    /** A review, with its outcome in words. */
    public record Line(Review review, String outcome) {}

    /** The versions that are shown as a whole: the draft, if there is one, and the one that holds. */
    public List<Version> versions() {
        return plan == null
                ? List.of()
                : Stream.of(plan.draft(), plan.agreed())
                        .filter(Objects::nonNull)
                        .toList();
    }

    /** How the person agreed, in words. */
    public String how(Agreement agreement) {
        return Terms.words(Terms.AGREEMENTS, agreement.how());
    }

    /** The reviews. */
    public List<Line> reviews() {
        return plan == null
                ? List.of()
                : plan.reviews().stream()
                        .map(review -> new Line(review, Terms.words(Terms.REVIEWS, review.outcome())))
                        .toList();
    }

    /** How the day of the next review stands; null where there is none. */
    public @Nullable Mark due() {
        String code = plan == null ? null : plan.review();
        return code == null ? null : Terms.due(code);
    }

    /** Where it is said that the person agreed to the draft which the page shows. */
    public String agreeHref(String base) {
        Version draft = plan == null ? null : plan.draft();
        return href(base, "agree") + (draft == null ? "" : "?" + AgreementView.VERSION + "=" + draft.number());
    }

    /** The address of a page of the plan. */
    public String href(String base, String page) {
        return base + "/referrals/" + referral.id() + "/care-plan/" + page + "/";
    }
}
