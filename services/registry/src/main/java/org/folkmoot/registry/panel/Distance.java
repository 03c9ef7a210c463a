package org.folkmoot.registry.panel;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a month is from changes of model.
 *
 * @param sinceChange months since the last change, 0 in its month; null before the first
 * @param toChange months until the next one, at least 1; null after the last
 */
record Distance(@Nullable Integer sinceChange, @Nullable Integer toChange) {

    /** The distance of a month from the months of changes, in whatever order. */
    static Distance of(YearMonth month, List<YearMonth> changes) {
        Integer since = null;
        Integer to = null;
        for (YearMonth change : changes) {
            int months = Math.toIntExact(ChronoUnit.MONTHS.between(change, month));
            if (months >= 0) {
                since = since == null ? months : Math.min(since, months);
            } else {
                to = to == null ? -months : Math.min(to, -months);
            }
        }
        return new Distance(since, to);
    }
}
