package org.folkmoot.registry.integration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** @param reason why the case is looked at again */
record ReopeningRequest(@NotBlank @Size(max = 4000) String reason) {}
