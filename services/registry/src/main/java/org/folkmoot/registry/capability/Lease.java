package org.folkmoot.registry.capability;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.folkmoot.registry.calendar.InCalendar;
import org.jspecify.annotations.Nullable;

/**
 * Premises, and who carries the lease.
 *
 * @param premises which
 * @param holder who carries the lease: an ODS code or the id of a body
 * @param endsOn its last day, where it has one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Lease(
        @NotBlank @Size(max = 300) String premises,

        @NotNull @Pattern(regexp = "[A-Za-z0-9-]{3,36}") String holder,

        @InCalendar @Nullable LocalDate endsOn) {}
