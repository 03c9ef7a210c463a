package org.folkmoot.portal.power;

import java.util.List;
import org.folkmoot.nhsuk.picture.Bar;
import org.folkmoot.nhsuk.picture.BarChart;
import org.folkmoot.nhsuk.picture.Unit;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.Panel;
import org.folkmoot.portal.service.Groups.Group;
import org.folkmoot.portal.service.Groups.Mandate;
import org.folkmoot.portal.service.Powers.Power;
import org.folkmoot.portal.service.Powers.Review;
import org.folkmoot.portal.service.Powers.Terms;
import org.folkmoot.portal.service.Powers.Version;
import org.jspecify.annotations.Nullable;

/**
 * A power.
 *
 * @param tag the version that the person looks at
 * @param versions every change, the newest first
 * @param reviews every review, the newest first
 * @param mayKeep whether the person may change it
 * @param done what has just been done, in a sentence; null if nothing
 */
public record PowerView(
        Power power,
        String tag,
        PowerWords state,
        Panel<Group> group,
        Panel<Mandate> mandate,
        List<VersionRow> versions,
        List<ReviewRow> reviews,
        boolean mayKeep,
        @Nullable String done,
        FormErrors errors) {

    /** A change. */
    public record VersionRow(Version version, PowerWords state, String limit) {}

    /** A review. */
    public record ReviewRow(Review review, PowerWords state, String outcome) {}

    /** Where a change or a review is settled. */
    public String settlePath(String base, String what, int number) {
        return base + "/powers/" + power.id() + "/" + what + "/" + number + "/settle/";
    }

    /** What it is called, such as "version 2". */
    public String called(String what, int number) {
        return what + " " + number;
    }

    /** How far it goes. */
    public String limit(Terms terms) {
        return PowerWords.limit(terms.limit());
    }

    /** Who holds it. */
    public String holder(Terms terms) {
        return PowerWords.holder(terms.holder());
    }

    /** Whether it may be changed: nothing waits for a second person. */
    public boolean mayChange() {
        return mayKeep && !power.waits();
    }

    /** Whether what came of a review may be written down. */
    public boolean mayReview() {
        return mayChange() && power.isReviewed();
    }

    /** How it was used. */
    public BarChart use() {
        return chart(power);
    }

    static BarChart chart(Power power) {
        return new BarChart(
                "How the power was used",
                new Unit("decision", "decisions"),
                "What became of it",
                List.of(
                        new Bar("Taken under it", power.use().taken()),
                        new Bar("Refused: it did not cover them", power.use().refused()),
                        new Bar("Escalated to the group", power.use().escalated())));
    }
}
