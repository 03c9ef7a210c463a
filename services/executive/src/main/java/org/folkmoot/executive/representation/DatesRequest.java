package org.folkmoot.executive.representation;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/**
 * The dates that follow from a rhythm.
 *
 * @param until the last day that is looked at
 */
record DatesRequest(@NotNull LocalDate until) {}
