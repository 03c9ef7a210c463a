package org.folkmoot.neighbourhood.care;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * A review of the plan in force.
 *
 * @param on the day on which it took place
 * @param next the day by which the plan is reviewed again
 */
record ReviewRequest(
        @NotNull LocalDate on,
        @NotNull ReviewOutcome outcome,
        @NotBlank @Size(max = 10_000) String notes,
        @NotNull LocalDate next) {}
