package org.folkmoot.mandate.mandate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mandate.
 *
 * @param ballot the ballot that gave it
 * @param state {@code ahead}, {@code in-force}, {@code expired} or {@code fallen}
 * @param from its first day
 * @param until its last day
 * @param review the day by which it is looked at again
 * @param fellAt when too many had withdrawn
 * @param given how many practices stand behind it
 * @param withheld how many never did
 * @param withdrawn how many did once
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MandateView(
        UUID id,
        UUID group,
        UUID ballot,
        String title,
        List<String> scope,
        List<String> exclusions,
        String state,
        LocalDate from,
        LocalDate until,
        LocalDate review,
        Instant grantedAt,
        @Nullable Instant fellAt,
        long given,
        long withheld,
        long withdrawn) {

    static MandateView of(Mandate mandate, List<Position> positions, Instant now) {
        return new MandateView(
                mandate.id(),
                mandate.groupId(),
                mandate.ballotId(),
                mandate.title(),
                mandate.scope(),
                mandate.exclusions(),
                mandate.state(now).slug(),
                mandate.fromDay(),
                mandate.untilDay(),
                mandate.reviewDay(),
                mandate.grantedAt(),
                mandate.fellAt(),
                count(positions, Position.GIVEN),
                count(positions, Position.WITHHELD),
                count(positions, Position.WITHDRAWN));
    }

    private static long count(List<Position> positions, String position) {
        return positions.stream()
                .filter(each -> each.position().equals(position))
                .count();
    }
}
