package org.folkmoot.mandate.group;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * A seat falls vacant.
 *
 * @param on the holder's last day
 * @param reason why
 */
record VacancyRequest(
        @NotNull LocalDate on, @NotBlank @Size(max = 1000) String reason) {}
