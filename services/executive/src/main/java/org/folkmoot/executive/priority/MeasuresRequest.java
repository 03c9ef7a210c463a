package org.folkmoot.executive.priority;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Where the measures of a priority stand now.
 *
 * @param reached one for each measure, in their order
 */
record MeasuresRequest(@NotNull @Size(max = 20) List<@NotBlank @Size(max = 100) String> reached) {

    MeasuresRequest {
        reached = reached == null ? List.of() : List.copyOf(reached);
    }
}
