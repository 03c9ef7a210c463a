package org.folkmoot.registry.contact;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.folkmoot.registry.calendar.InCalendar;

/** @param on their last day in this post */
record DepartureRequest(@NotNull @InCalendar LocalDate on) {}
