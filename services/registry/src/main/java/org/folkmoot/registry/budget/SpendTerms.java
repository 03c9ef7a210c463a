package org.folkmoot.registry.budget;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What was spent in a month.
 *
 * @param source what shows it
 */
record SpendTerms(
        @NotNull @Valid Heads heads,
        @NotBlank @Size(max = 500) String source) {}
