package org.folkmoot.executive.decision;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What else was considered.
 *
 * @param whyNot why it was not chosen
 */
record Option(
        @NotBlank @Size(max = 2000) String words,
        @NotBlank @Size(max = 2000) String whyNot) {}
