package org.folkmoot.registry.integration;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.folkmoot.registry.calendar.InCalendar;
import org.jspecify.annotations.Nullable;

/**
 * The practice's own decision.
 *
 * @param option the number of the option by which it joins; none when it declines
 * @param reason why, whichever way it decides
 * @param decidedOn when it did
 */
record DecisionRequest(
        @NotNull Outcome outcome,
        @Min(1) @Nullable Integer option,
        @NotBlank @Size(max = 4000) String reason,
        @NotNull @InCalendar LocalDate decidedOn) {}
