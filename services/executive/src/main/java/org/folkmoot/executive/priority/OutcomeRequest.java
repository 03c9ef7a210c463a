package org.folkmoot.executive.priority;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What shows that a priority was met. */
record OutcomeRequest(@NotBlank @Size(max = 4000) String evidence) {}
