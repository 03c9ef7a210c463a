package org.folkmoot.registry.capability;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.folkmoot.registry.calendar.InCalendar;

/**
 * It is shared no longer.
 *
 * @param until the last day
 */
record EndingRequest(
        @NotNull @InCalendar LocalDate until,
        @NotBlank @Size(max = 1000) String reason) {}
