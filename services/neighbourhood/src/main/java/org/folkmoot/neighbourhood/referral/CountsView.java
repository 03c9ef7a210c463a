package org.folkmoot.neighbourhood.referral;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** How much there is for the caller to see to. */
record CountsView(Mine mine, Team team, Practice practice) {

    /**
     * Of whose care they own.
     *
     * @param due seven days or fewer are left for the assessment
     * @param late it should have been
     * @param offered what they are offered to take over
     * @param declined which another team did not take over, in the last thirty days
     */
    record Mine(int open, int due, int late, int offered, int declined) {}

    /**
     * Of their teams.
     *
     * @param offered whom another team offers
     * @param oldestDays how many days whoever waits longest for an assessment has waited; absent if nobody does
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Team(
            int toTriage,
            int open,
            int due,
            int late,
            int offered,
            @Nullable Integer oldestDays) {}

    /**
     * Of their practices.
     *
     * @param waiting no team has said what becomes of it
     * @param returned in the last thirty days
     * @param oldestDays as of teams
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Practice(
            int open,
            int waiting,
            int late,
            int returned,
            @Nullable Integer oldestDays) {}
}
