package org.folkmoot.neighbourhood.care;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/**
 * The person agrees to a version of their care plan.
 *
 * @param on the day on which they did
 */
record AgreementRequest(@NotNull LocalDate on, @NotNull AgreedHow how) {}
