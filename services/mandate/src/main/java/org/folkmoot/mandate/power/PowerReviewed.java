package org.folkmoot.mandate.power;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Event {@code power.reviewed}. Why is not on the topic.
 *
 * @param number of the version that was looked at
 * @param outcome {@code kept}, {@code changed} or {@code to-be-revoked}
 * @param nextReview the day before which it is reviewed again
 * @param taken decisions that had cited it by then
 * @param refused decisions that it had not covered
 * @param escalated decisions that had gone to the group
 */
public record PowerReviewed(
        UUID power,
        UUID group,
        UUID mandate,
        int number,
        String outcome,
        @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate nextReview,
        long taken,
        long refused,
        long escalated) {}
