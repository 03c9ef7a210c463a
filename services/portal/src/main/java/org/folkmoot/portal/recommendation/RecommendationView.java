package org.folkmoot.portal.recommendation;

import org.folkmoot.portal.frame.Panel;
import org.folkmoot.portal.service.Groups.Group;
import org.folkmoot.portal.service.Recommendations.Recommendation;
import org.jspecify.annotations.Nullable;

/**
 * A recommendation.
 *
 * @param done what has just been done, in a sentence; null if nothing
 */
public record RecommendationView(
        Recommendation recommendation,
        RecommendationWords state,
        Panel<Group> group,
        May may,
        @Nullable String done) {

    /** What the person may do with it as it stands. */
    public record May(boolean entrust, boolean respond, boolean setAside) {}

    /** The address of something that is done with it. */
    public String href(String base, String what) {
        return base + "/recommendations/" + recommendation.id() + "/" + what + "/";
    }
}
