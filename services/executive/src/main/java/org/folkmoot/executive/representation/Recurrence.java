package org.folkmoot.executive.representation;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.LocalTime;
import org.folkmoot.executive.meeting.Rhythm;

/**
 * How a system meeting recurs.
 *
 * @param weeks from one sitting to the next
 * @param time of the day, in London
 */
record Recurrence(
        @Min(1) @Max(52) int weeks,
        @NotNull LocalDate firstDay,

        @JsonFormat(pattern = "HH:mm") @NotNull LocalTime time) {

    Rhythm rhythm() {
        return new Rhythm(weeks, firstDay, time);
    }
}
