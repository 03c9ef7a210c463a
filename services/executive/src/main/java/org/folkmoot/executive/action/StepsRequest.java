package org.folkmoot.executive.action;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** The steps of an action, all of them. */
record StepsRequest(@NotNull @Size(max = 50) List<@Valid @NotNull Step> steps) {

    StepsRequest {
        steps = steps == null ? List.of() : List.copyOf(steps);
    }
}
