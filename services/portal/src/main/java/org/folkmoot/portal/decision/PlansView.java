package org.folkmoot.portal.decision;

import java.util.List;
import org.folkmoot.nhsuk.picture.Bar;
import org.folkmoot.nhsuk.picture.BarChart;
import org.folkmoot.nhsuk.picture.Unit;
import org.folkmoot.portal.frame.EveryGroup;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.frame.Words;
import org.folkmoot.portal.service.Decisions.Plan;
import org.folkmoot.portal.service.Decisions.PlanShare;
import org.jspecify.annotations.Nullable;

/**
 * The forward plans of the ICS.
 *
 * @param show which are wanted: empty for those ahead, {@code all} for all
 * @param shares how many decisions of each group were announced in time
 * @param mayAdd whether the person may announce one
 * @param mayDecide whether the person may decide
 * @param done what has just been done, in a sentence; null if nothing
 */
public record PlansView(
        String show,
        List<Share> shares,
        boolean mayAdd,
        boolean mayDecide,
        Listing<Row> list,
        @Nullable String done) {

    /** What one group announced. */
    public record Share(String group, PlanShare share) {

        /** The share, in a sentence. */
        public String sentence() {
            return share.taken() == 0
                    ? "Nothing has been decided since " + Words.words(share.since()) + "."
                    : "%s of %s since %s (%d%%) were announced at least 28 days ahead."
                            .formatted(
                                    Words.words(share.inTime()),
                                    Words.counted(share.taken(), "decision", "decisions"),
                                    Words.words(share.since()),
                                    share.inTime() * 100 / share.taken());
        }

        /** The same as a picture. */
        public BarChart chart() {
            return new BarChart(
                    "Decisions that were announced: " + group,
                    new Unit("decision", "decisions"),
                    "What was announced",
                    List.of(
                            new Bar("Taken", share.taken()),
                            new Bar("Announced at all", share.announced()),
                            new Bar("Announced 28 days ahead", share.inTime())));
        }
    }

    /** A decision on the plan. */
    public record Row(Plan plan, String group, DecisionWords state) {

        static Row of(EveryGroup.Of<Plan> known) {
            return new Row(known.what(), known.group().name(), DecisionWords.of(known.what()));
        }
    }
}
