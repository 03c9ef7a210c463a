package org.folkmoot.mandate.feedback;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * A reading of confidence.
 *
 * @param groupName whose practices are asked
 * @param state {@code ahead}, {@code open} or {@code closed}, on this day: in these words
 * @param answered how many practices answered
 * @param of how many were asked: the group's constituents when the reading was called
 * @param responseRate the share, an exact fraction
 * @param shares of those who answered, by answer: exact fractions; none until the reading has closed with three answers
 */
record ReadingView(
        UUID id,
        UUID group,
        String groupName,
        String quarter,
        String statement,
        LocalDate opensOn,
        LocalDate closesOn,
        String state,
        long answered,
        long of,
        String responseRate,
        Map<String, String> shares) {}
