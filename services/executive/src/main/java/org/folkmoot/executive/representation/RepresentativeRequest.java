package org.folkmoot.executive.representation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Somebody to be named for a seat.
 *
 * @param seat its place in the list of the meeting's seats, counted from 1
 * @param person the subject of whoever sits there
 * @param personName what they are called
 * @param mandate under which they speak
 * @param from the first day of the term
 * @param until its last day
 */
record RepresentativeRequest(
        @Min(1) @Max(20) int seat,
        @NotBlank @Size(max = 200) String person,
        @NotBlank @Size(max = 200) String personName,
        @NotNull UUID mandate,
        @NotNull LocalDate from,
        @NotNull LocalDate until) {}
