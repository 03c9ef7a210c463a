package org.folkmoot.portal.referral;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.Panel;
import org.folkmoot.portal.service.CarePlans.Assessment;
import org.folkmoot.portal.service.CarePlans.CarePlan;
import org.folkmoot.portal.service.GpUpdates.OfReferral;
import org.folkmoot.portal.service.GpUpdates.Point;
import org.folkmoot.portal.service.Referrals.Happened;
import org.folkmoot.portal.service.Referrals.Referral;
import org.folkmoot.portal.term.Mark;
import org.folkmoot.portal.term.Terms;
import org.jspecify.annotations.Nullable;

/**
 * A referral.
 *
 * @param tag the version that the person looks at
 * @param clockMark how the clock stands; null before it was submitted
 * @param clock the clock; null before it was submitted
 * @param care what came of it; null before it was accepted
 * @param may what the person may do beyond what the referral says itself
 * @param done what has just been done, in a sentence; null if nothing
 */
public record ReferralPageView(
        Referral referral,
        String tag,
        Mark state,
        @Nullable Mark clockMark,
        @Nullable ClockView clock,
        @Nullable Care care,
        May may,
        @Nullable String done,
        FormErrors errors) {

    /** What came of a referral: each part stands or falls by itself. */
    public record Care(
            Panel<List<Assessment>> assessments, Panel<Optional<CarePlan>> plan, Panel<OfReferral> updates) {}

    /**
     * What the person may do.
     *
     * @param care whether they may write down what is found and planned: one of the team, while somebody owns the care
     * @param tell whether they may write to the practices: one of the team, from then on
     * @param triage whether they may answer the referral for the team
     */
    public record May(boolean care, boolean tell, boolean triage) {}

    /** Something that happened, in words. */
    public record Line(Instant at, String what, @Nullable String words, String who) {}

    /** What happened, the latest first. */
    public List<Line> timeline() {
        return referral.history().stream()
                .sorted(Comparator.comparing(Happened::at).reversed())
                .map(ReferralPageView::line)
                .toList();
    }

    private static Line line(Happened happened) {
        String code = Terms.code(happened.kind(), happened.code());
        String name = happened.name();
        return new Line(
                happened.at(),
                Terms.happened(happened.kind()) + (code.isEmpty() ? "" : ": " + code),
                happened.words(),
                name == null ? "" : name);
    }

    /** The address of a page of the referral. */
    public String href(String base, String page) {
        return base + "/referrals/" + referral.id() + "/" + page + "/";
    }

    /** Where it is answered for the team. */
    public String triageHref(String base) {
        return base + "/triage/?referral=" + referral.id();
    }

    /** How it came about. */
    public String cameBy() {
        return Terms.cameBy(referral.cameBy());
    }

    /** Why the person may see it; ends a sentence. */
    public String basis() {
        return Terms.basis(referral.basis());
    }

    /** Why the team found the person. */
    public List<String> criteria() {
        return referral.criteria().stream()
                .map(code -> Terms.words(Terms.CRITERIA, code))
                .toList();
    }

    /** The teams to which the person was referred on this journey, if there were more than one. */
    public boolean redirected() {
        return referral.journeySoFar().size() > 1;
    }

    /** Where a referral stands, in words. */
    public String stateOf(@Nullable String code) {
        return Terms.words(Terms.STATES, code);
    }

    /** Of what the practices are yet to hear. */
    public List<Owed> owed() {
        return care == null || care.updates().trouble() != null
                ? List.of()
                : care.updates().value().open().stream().map(Owed::of).toList();
    }

    /** Something of which the practices are to hear. */
    public record Owed(String what, Point point, Mark mark) {

        static Owed of(Point point) {
            return new Owed(Terms.occasion(point.occasion()), point, Terms.due(point.state()));
        }
    }

    /** How the day of the next review stands; null where there is none. */
    public @Nullable Mark review() {
        String code = care == null || care.plan().trouble() != null
                ? null
                : care.plan().value().map(CarePlan::review).orElse(null);
        return code == null ? null : Terms.due(code);
    }
}
