package org.folkmoot.mandate.group;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * A new version of a constitution, proposed.
 *
 * @param reason why
 * @param effectiveFrom the day from which it shall be in force
 */
record ConstitutionRequest(
        @NotNull @Valid Charter content,
        @NotNull LocalDate effectiveFrom,
        @NotBlank @Size(max = 2000) String reason) {}
