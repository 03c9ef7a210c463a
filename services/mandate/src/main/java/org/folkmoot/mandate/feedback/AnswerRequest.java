package org.folkmoot.mandate.feedback;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** @param answer how far the practice agrees */
record AnswerRequest(
        @NotNull @Pattern(regexp = "strongly-agree|agree|neither|disagree|strongly-disagree")
        String answer) {}
