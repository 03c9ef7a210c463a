package org.folkmoot.registry.finding;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** @param note why the finding is settled: what was found out, whom one has asked */
record ResolutionRequest(@NotBlank @Size(max = 1000) String note) {}
