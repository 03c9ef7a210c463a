package org.folkmoot.registry.budget;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * A month's spending to be recorded.
 *
 * @param month year and month: {@code 2026-05}
 */
record SpendRequest(
        @NotNull @Pattern(regexp = Spends.MONTH) String month,
        @NotNull @Valid SpendTerms spend) {}
