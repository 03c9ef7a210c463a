package org.folkmoot.neighbourhood.measure;

import org.jspecify.annotations.Nullable;

/**
 * What was counted of a group in a month, or in a week, nothing withheld.
 *
 * @param journeys submitted in the month
 * @param accepted of these
 * @param redirects of these, together
 * @param assessed of these, whenever
 * @param judged of these: assessed, or not although the time is over
 * @param within28Days of these
 * @param medianDays from submission to assessment; null if nobody was assessed
 * @param percentile90Days the same
 * @param inCare at the end of the month
 * @param withPlan of these
 * @param updates what practices were to be told by days of the month
 */
record Count(
        int journeys,
        int accepted,
        int redirects,
        int assessed,
        int judged,
        int within28Days,
        @Nullable Double medianDays,
        @Nullable Double percentile90Days,
        int inCare,
        int withPlan,
        Updates updates) {

    /**
     * Points at which practices are told, and of how many people: one has several of them, and is one person.
     *
     * @param due points whose last day lay in the month
     * @param onTime of these
     * @param people of whom there was any point
     * @param peopleOnTime of whom any was on time
     * @param peopleLate of whom any was not
     */
    record Updates(int due, int onTime, int people, int peopleOnTime, int peopleLate) {

        static final Updates NONE = new Updates(0, 0, 0, 0, 0);
    }

    static final Count NOTHING = ofJourneys(0);

    /** Of so many journeys, of which nothing more was counted. */
    static Count ofJourneys(int journeys) {
        return new Count(journeys, 0, 0, 0, 0, 0, null, null, 0, 0, Updates.NONE);
    }

    /** The same with how many were judged, and were in time. */
    Count withJudged(int judged, int within28Days) {
        return new Count(
                journeys,
                accepted,
                redirects,
                assessed,
                judged,
                within28Days,
                medianDays,
                percentile90Days,
                inCare,
                withPlan,
                updates);
    }

    /** The same with the figures of those in care. */
    Count withCare(int inCare, int withPlan) {
        return new Count(
                journeys,
                accepted,
                redirects,
                assessed,
                judged,
                within28Days,
                medianDays,
                percentile90Days,
                inCare,
                withPlan,
                updates);
    }

    /** The same with the figures of what practices were told. */
    Count withUpdates(Updates updates) {
        return new Count(
                journeys,
                accepted,
                redirects,
                assessed,
                judged,
                within28Days,
                medianDays,
                percentile90Days,
                inCare,
                withPlan,
                updates);
    }
}
