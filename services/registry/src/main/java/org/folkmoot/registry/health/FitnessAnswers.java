package org.folkmoot.registry.health;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;

/**
 * What a network says of itself: {@code yes}, {@code partly} or {@code no}.
 *
 * @param agreement the network agreement is signed by all and says how decisions are made
 * @param engagement every practice takes part in decisions and services
 * @param workforce the additional roles are filled, supervised and housed
 * @param finance money is accounted for to all practices
 * @param population the needs of the population are known and acted upon
 * @param neighbourhood the network works with its neighbourhood team
 */
record FitnessAnswers(
        @NotNull @Pattern(regexp = YES_PARTLY_NO) String agreement,
        @NotNull @Pattern(regexp = YES_PARTLY_NO) String engagement,
        @NotNull @Pattern(regexp = YES_PARTLY_NO) String workforce,
        @NotNull @Pattern(regexp = YES_PARTLY_NO) String finance,
        @NotNull @Pattern(regexp = YES_PARTLY_NO) String population,
        @NotNull @Pattern(regexp = YES_PARTLY_NO) String neighbourhood) {

    static final String YES_PARTLY_NO = "yes|partly|no";

    /** {@code fit} with yes throughout, {@code not-fit} with a no anywhere, else {@code partly-fit}. */
    String fitness() {
        List<String> all = List.of(agreement, engagement, workforce, finance, population, neighbourhood);
        if (all.contains("no")) {
            return "not-fit";
        }
        return all.contains("partly") ? "partly-fit" : "fit";
    }
}
