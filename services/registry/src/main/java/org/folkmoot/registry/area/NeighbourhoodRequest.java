package org.folkmoot.registry.area;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.registry.calendar.InCalendar;
import org.jspecify.annotations.Nullable;

/**
 * What a neighbourhood is from a day on.
 *
 * @param place the place in which it lies
 * @param members networks and practices of the ICS
 * @param deprivationDecile from 1, the most deprived tenth of England, to 10
 * @param intName the name of its integrated neighbourhood team
 * @param intDue by when the team is to work
 * @param intWorksSince the first day on which the team worked
 * @param from the first day on which this holds
 */
record NeighbourhoodRequest(
        @NotBlank @Size(max = 200) String name,
        @Nullable UUID place,

        @NotEmpty @Size(max = 500) List<@NotNull OdsCode> members,

        @Min(1) @Max(10) @Nullable Integer deprivationDecile,
        @Size(min = 1, max = 200) @Nullable String intName,
        @InCalendar @Nullable LocalDate intDue,
        @InCalendar @Nullable LocalDate intWorksSince,
        @NotNull @InCalendar LocalDate from)
        implements AreaRequest {}
