package org.folkmoot.registry.link;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.folkmoot.registry.calendar.InCalendar;
import org.jspecify.annotations.Nullable;

/**
 * A link to be recorded.
 *
 * @param organisation an ODS code, or the id of a body
 * @param other who is its contract holder, owner, …: an ODS code, or the id of a body
 * @param from its first day
 * @param until its last day, where it is known
 * @param evidence what shows it: a contract, a letter, minutes, with their date
 */
record LinkRequest(
        @NotNull @Pattern(regexp = LinkKind.SLUGS) String kind,
        @NotBlank @Size(max = 36) String organisation,
        @NotBlank @Size(max = 36) String other,
        @NotNull @InCalendar LocalDate from,
        @InCalendar @Nullable LocalDate until,
        @NotBlank @Size(max = 2000) String evidence) {}
