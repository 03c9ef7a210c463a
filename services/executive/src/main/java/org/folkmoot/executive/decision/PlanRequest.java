package org.folkmoot.executive.decision;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * A decision to be announced ahead.
 *
 * @param decideOn when it will be taken, at the earliest
 */
record PlanRequest(
        @NotBlank @Size(max = 300) String title,
        @NotBlank @Size(max = 20_000) String words,
        @NotNull LocalDate decideOn) {}
