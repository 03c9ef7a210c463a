package org.folkmoot.neighbourhood.update;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the practices are told.
 *
 * @param on the day on which they were told in another way, by letter or telephone; nothing if they are told now, by this
 */
record GpUpdateRequest(
        @NotBlank @Size(max = 10_000) String words,
        @Nullable LocalDate on) {}
