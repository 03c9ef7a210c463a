package org.folkmoot.registry.link;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.folkmoot.registry.calendar.InCalendar;
import org.jspecify.annotations.Nullable;

/**
 * What was true all the while, instead of what was believed: the whole of it. A link of another kind, or of another
 * organisation, is another link: withdraw the wrong one and record the right one.
 *
 * @param reason how the mistake was found
 */
record CorrectionRequest(
        @NotBlank @Size(max = 36) String other,
        @NotNull @InCalendar LocalDate from,
        @InCalendar @Nullable LocalDate until,
        @NotBlank @Size(max = 2000) String evidence,
        @NotBlank @Size(max = 2000) String reason) {}
