package org.folkmoot.executive.recommendation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What is responded. */
record ResponseRequest(@NotBlank @Size(max = 20_000) String response) {}
