package org.folkmoot.executive.bulletin;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What a practice answers. */
record AnswerRequest(@NotBlank @Size(max = 4000) String answer) {}
