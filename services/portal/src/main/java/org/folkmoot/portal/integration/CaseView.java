package org.folkmoot.portal.integration;

import java.util.List;
import org.folkmoot.portal.service.Cases.Case;
import org.folkmoot.portal.service.Cases.Diligence;
import org.folkmoot.portal.service.Cases.Step;
import org.jspecify.annotations.Nullable;

/**
 * A case with all that is on record.
 *
 * @param mayAdd whether the person may add options and due diligence
 * @param maySpeak whether they speak for the local medical committee
 * @param mayDecide whether they may record the practice's decision
 * @param mayReopen whether they may have it looked at again
 * @param done what has just been done, in a sentence; null if nothing
 */
public record CaseView(
        Case one,
        CaseWords state,
        List<StepRow> steps,
        boolean mayAdd,
        boolean maySpeak,
        boolean mayDecide,
        boolean mayReopen,
        @Nullable String done) {

    /** A decision or a reopening. */
    public record StepRow(Step step, CaseWords words) {}

    /** What an area of due diligence is called. */
    public String area(Diligence item) {
        return CaseWords.area(item.area());
    }

    /** Whether the due diligence is shown to this person. */
    public boolean showsDiligence() {
        return one.dueDiligence() != null;
    }
}
