package org.folkmoot.neighbourhood.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A group in a month. What is withheld is absent, and so is what cannot be said, such as a share of nobody.
 *
 * @param key the team's id, an ODS code, a decile; {@code all} for the ICS, {@code none} where it is not known
 * @param month year and month
 * @param referrals people who were first submitted in the month
 * @param accepted of these, since then
 * @param medianDays days from submission to assessment, those of pauses not counted
 * @param percentile90Days so many days or fewer nine of ten waited
 * @param judged of the referrals: assessed, or not although the time is over
 * @param within28Days of the judged
 * @param inCare people assessed and not closed at the end of the month
 * @param withPlan of these, with an agreed plan
 * @param updatesDue points by whose day, which lay in the month, practices were to be told
 * @param updatesOnTime of these
 * @param redirects of the referrals, together
 * @param withheld whether anything is withheld, since it is of fewer than five people or such a number could be worked out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MeasureRow(
        String key,
        String name,
        String month,
        @Nullable Integer referrals,
        @Nullable Integer accepted,
        @Nullable BigDecimal medianDays,
        @Nullable BigDecimal percentile90Days,
        @Nullable Integer judged,
        @Nullable Integer within28Days,
        @Nullable BigDecimal within28Percent,
        @Nullable Integer inCare,
        @Nullable Integer withPlan,
        @Nullable BigDecimal planPercent,
        @Nullable Integer updatesDue,
        @Nullable Integer updatesOnTime,
        @Nullable BigDecimal updatesPercent,
        @Nullable Integer redirects,
        @Nullable BigDecimal redirectsPerJourney,
        boolean withheld) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * Which figures of a row are withheld.
     *
     * @param judged how many were judged, and were in time
     * @param days how long they waited
     */
    record Withheld(
            boolean referrals,
            boolean accepted,
            boolean redirects,
            boolean judged,
            boolean days,
            boolean care,
            boolean updates) {

        static final Withheld NOTHING = new Withheld(false, false, false, false, false, false, false);

        /** What either of the two withholds. */
        Withheld and(Withheld other) {
            return new Withheld(
                    referrals || other.referrals,
                    accepted || other.accepted,
                    redirects || other.redirects,
                    judged || other.judged,
                    days || other.days,
                    care || other.care,
                    updates || other.updates);
        }

        private boolean any() {
            return referrals || accepted || redirects || judged || days || care || updates;
        }
    }

    static MeasureRow of(String key, String name, YearMonth month, Count count, Withheld withheld) {
        return new MeasureRow(
                key,
                name,
                month.toString(),
                withheld.referrals() ? null : count.journeys(),
                withheld.accepted() ? null : count.accepted(),
                withheld.days() ? null : rounded(count.medianDays()),
                withheld.days() ? null : rounded(count.percentile90Days()),
                withheld.judged() ? null : count.judged(),
                withheld.judged() ? null : count.within28Days(),
                withheld.judged() ? null : percent(count.within28Days(), count.judged()),
                withheld.care() ? null : count.inCare(),
                withheld.care() ? null : count.withPlan(),
                withheld.care() ? null : percent(count.withPlan(), count.inCare()),
                withheld.updates() ? null : count.updates().due(),
                withheld.updates() ? null : count.updates().onTime(),
                withheld.updates()
                        ? null
                        : percent(count.updates().onTime(), count.updates().due()),
                withheld.redirects() ? null : count.redirects(),
                withheld.redirects() || count.journeys() == 0
                        ? null
                        : BigDecimal.valueOf(count.redirects())
                                .divide(BigDecimal.valueOf(count.journeys()), 2, RoundingMode.HALF_UP),
                withheld.any());
    }

    private static @Nullable BigDecimal percent(int part, int whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part).multiply(HUNDRED).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
    }

    private static @Nullable BigDecimal rounded(@Nullable Double days) {
        return days == null ? null : BigDecimal.valueOf(days).setScale(1, RoundingMode.HALF_UP);
    }
}
