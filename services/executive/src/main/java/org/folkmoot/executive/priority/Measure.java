package org.folkmoot.executive.priority;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * By what it is seen whether a priority is met.
 *
 * @param name what is measured
 * @param baseline where it stands
 * @param target where it shall stand
 * @param by on which day
 * @param reached where it stands now, once somebody has measured it again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Measure(
        @NotBlank @Size(max = 300) String name,
        @NotBlank @Size(max = 100) String baseline,
        @NotBlank @Size(max = 100) String target,
        @NotNull LocalDate by,
        @Size(max = 100) @Nullable String reached) {}
