package org.folkmoot.portal.recommendation;

import org.folkmoot.portal.service.Recommendations.Recommendation;

/**
 * Where a recommendation stands, in words and as the colour of a tag.
 *
 * @param words such as "Responded"
 * @param colour as the design system names it
 */
public record RecommendationWords(String words, String colour) {

    static RecommendationWords of(Recommendation recommendation) {
        return switch (recommendation.state()) {
            case "open" -> new RecommendationWords("Response awaited", "yellow");
            case "overdue" -> new RecommendationWords("Response overdue", "red");
            case "responded" ->
                recommendation.late()
                        ? new RecommendationWords("Responded late", "orange")
                        : new RecommendationWords("Responded", "green");
            case "set-aside" -> new RecommendationWords("Set aside", "grey");
            default -> new RecommendationWords(recommendation.state(), "grey");
        };
    }
}
