package org.folkmoot.mandate.ballot;

import java.util.Map;
import java.util.UUID;

/**
 * How many have voted; never how.
 *
 * @param electors how many may vote
 * @param voted how many have
 * @param weights of those who have, by class: integers or fractions as texts
 * @param of the weight of all, by class
 * @param entries how many entries the log has
 */
record Turnout(
        UUID ballot,
        String state,
        int electors,
        long voted,
        Map<String, String> weights,
        Map<String, String> of,
        long entries) {}
