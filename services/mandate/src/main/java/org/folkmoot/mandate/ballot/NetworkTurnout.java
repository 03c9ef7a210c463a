package org.folkmoot.mandate.ballot;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many of a network's electors have voted, the network itself among them where it votes; never how. Which network a
 * practice is in follows the registry of today; who may vote was frozen.
 *
 * @param network its ODS code; absent for the practices that are in none
 * @param name what it is called
 * @param electors how many may vote
 * @param recused how many of them a declared interest keeps out
 * @param voted how many have voted
 * @param weights of those who have, by class: integers or fractions as texts
 * @param of the weight of all, by class
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record NetworkTurnout(
        @Nullable String network,
        @Nullable String name,
        int electors,
        int recused,
        int voted,
        Map<String, String> weights,
        Map<String, String> of) {}
