package org.folkmoot.registry.area;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.registry.calendar.InCalendar;

/**
 * What a place is from a day on.
 *
 * @param members sub-ICB locations, networks and practices of the ICS
 * @param from the first day on which this holds
 */
record PlaceRequest(
        @NotBlank @Size(max = 200) String name,

        @NotEmpty @Size(max = 500) List<@NotNull OdsCode> members,

        @NotNull @InCalendar LocalDate from)
        implements AreaRequest {}
