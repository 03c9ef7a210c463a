package org.folkmoot.registry.link;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.folkmoot.registry.calendar.InCalendar;

/**
 * A link ends.
 *
 * @param until its last day
 * @param reason why, and what shows it
 */
record EndRequest(
        @NotNull @InCalendar LocalDate until,
        @NotBlank @Size(max = 2000) String reason) {}
