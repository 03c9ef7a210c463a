package org.folkmoot.registry.backlog;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.folkmoot.registry.calendar.InCalendar;

/**
 * A practice's return.
 *
 * @param week the Monday of the week
 * @param report what it reports
 */
record BacklogRequest(
        @NotNull @InCalendar LocalDate week, @NotNull @Valid BacklogTerms report) {}
