package org.folkmoot.portal.mandate;

import java.util.List;
import org.folkmoot.nhsuk.picture.Bar;
import org.folkmoot.nhsuk.picture.BarChart;
import org.folkmoot.nhsuk.picture.Unit;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.service.Groups.Group;
import org.folkmoot.portal.service.Groups.Mandate;
import org.folkmoot.portal.service.Groups.Position;
import org.jspecify.annotations.Nullable;

/**
 * A mandate with every practice's position.
 *
 * @param counts how many practices say what
 * @param show the position that is wanted, or empty
 * @param own the person's own practices that have given it
 * @param mayObject whether the person may object to it
 * @param left how long it still counts; null unless it does
 * @param done what has just been done, in a sentence; null if nothing
 */
public record MandateView(
        Group group,
        Mandate mandate,
        MandateWords state,
        BarChart counts,
        String show,
        String q,
        Listing<Row> list,
        List<Position> own,
        boolean mayObject,
        @Nullable String left,
        @Nullable String done) {

    /** What a practice says. */
    public record Row(Position position, MandateWords state) {}

    static BarChart counts(List<Position> positions) {
        return new BarChart(
                "What practices say to it",
                Unit.PRACTICES,
                "Position",
                List.of(
                        bar("Given", "given", positions),
                        bar("Withheld", "withheld", positions),
                        bar("Withdrawn", "withdrawn", positions),
                        bar("Awaiting", "awaiting", positions)));
    }

    private static Bar bar(String label, String said, List<Position> positions) {
        return new Bar(
                label,
                positions.stream()
                        .filter(position -> position.now().equals(said))
                        .count());
    }
}
