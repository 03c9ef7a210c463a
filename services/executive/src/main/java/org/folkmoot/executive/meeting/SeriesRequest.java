package org.folkmoot.executive.meeting;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * A series of meetings.
 *
 * @param weeks from one meeting to the next
 * @param time of the day, in London
 * @param lengthMinutes how long a meeting is
 * @param place where, or the address of the call
 */
record SeriesRequest(
        @NotNull Body body,
        @NotBlank @Size(max = 200) String name,
        @Min(1) @Max(52) int weeks,
        @NotNull LocalDate firstDay,

        @JsonFormat(pattern = "HH:mm") @NotNull LocalTime time,

        @Min(15) @Max(480) int lengthMinutes,
        @NotBlank @Size(max = 500) String place) {}
