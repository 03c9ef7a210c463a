package org.folkmoot.mandate.ballot;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ballot on a tabled motion.
 *
 * @param opensAt when it opens
 * @param closesAt when it closes: what is cast at this very instant is too late
 * @param options where one of several is to be chosen; absent where the motion is carried or lost
 */
record ScheduleRequest(
        @NotNull Instant opensAt,
        @NotNull Instant closesAt,
        @Size(min = 2, max = 20) @Nullable List<@NotBlank @Size(max = 200) String> options) {}
