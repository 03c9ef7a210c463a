package org.folkmoot.executive.meeting;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An agenda, whole.
 *
 * @param items in their order
 * @param reason why it differs; of a meeting that has been called
 */
record AgendaRequest(
        @NotNull @Size(max = 200) List<@NotNull UUID> items,
        @Size(max = 2000) @Nullable String reason) {

    AgendaRequest {
        items = items == null ? List.of() : List.copyOf(items);
    }
}
