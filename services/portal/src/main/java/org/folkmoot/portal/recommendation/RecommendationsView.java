package org.folkmoot.portal.recommendation;

import java.util.List;
import org.folkmoot.portal.frame.EveryGroup;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.service.Groups.Group;
import org.folkmoot.portal.service.Recommendations.Recommendation;

/**
 * Recommendations of the ICS.
 *
 * @param state the state that is wanted; empty for those that wait for a response, {@code all} for all
 * @param mine whether only those are wanted to which the person responds
 * @param group the group that is wanted, or empty
 * @param sort what the list is in the order of
 * @param mayAdd whether the person may record one
 */
public record RecommendationsView(
        String state, boolean mine, String group, String sort, List<Group> groups, boolean mayAdd, Listing<Row> list) {

    /** A recommendation in the list. */
    public record Row(String href, Recommendation recommendation, String group, RecommendationWords state) {

        static Row of(String base, EveryGroup.Of<Recommendation> known) {
            Recommendation recommendation = known.what();
            return new Row(
                    base + "/recommendations/" + recommendation.id() + "/",
                    recommendation,
                    known.group().name(),
                    RecommendationWords.of(recommendation));
        }
    }
}
