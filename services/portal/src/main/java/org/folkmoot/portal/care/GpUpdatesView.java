package org.folkmoot.portal.care;

import java.util.List;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.service.GpUpdates.Point;
import org.folkmoot.portal.service.GpUpdates.Update;
import org.folkmoot.portal.term.Mark;
import org.folkmoot.portal.term.Terms;
import org.jspecify.annotations.Nullable;

/**
 * GP updates: what practices are to take note of, or what teams are to write.
 *
 * @param owed whether it is the list of what the person's teams owe practices
 * @param both whether the person may look at the other list, too
 * @param all whether updates that were taken note of are wanted, too
 * @param updates to the person's practices; null where the other list is shown
 * @param points what is owed; null where the other list is shown
 */
public record GpUpdatesView(
        boolean owed,
        boolean both,
        boolean all,
        @Nullable Listing<UpdateRow> updates,
        @Nullable Listing<PointRow> points) {

    /** An update in the list. */
    public record UpdateRow(Update update, List<String> missing) {

        static UpdateRow of(Update update) {
            return new UpdateRow(update, update.missing());
        }
    }

    /** Something that is owed, in the list. */
    public record PointRow(Point point, String what, Mark mark) {

        static PointRow of(Point point) {
            return new PointRow(point, Terms.occasion(point.occasion()), Terms.due(point.state()));
        }
    }
}
