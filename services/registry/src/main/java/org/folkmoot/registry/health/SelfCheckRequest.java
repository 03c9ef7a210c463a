package org.folkmoot.registry.health;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** @param note what stands behind the answers */
record SelfCheckRequest(
        @NotNull @Valid FitnessAnswers answers,
        @Size(min = 1, max = 2000) @Nullable String note) {}
