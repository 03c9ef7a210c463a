package org.folkmoot.mandate.feedback;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * A reading of confidence.
 *
 * @param answered how many practices answered
 * @param of how many were asked: the group's constituents of today
 * @param responseRate the share, an exact fraction
 * @param shares of those who answered, by answer: exact fractions; none until three have answered
 */
record ReadingView(
        UUID id,
        UUID group,
        String quarter,
        String statement,
        LocalDate opensOn,
        LocalDate closesOn,
        long answered,
        long of,
        String responseRate,
        Map<String, String> shares) {}
