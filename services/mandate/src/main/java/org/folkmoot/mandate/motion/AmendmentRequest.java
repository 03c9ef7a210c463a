package org.folkmoot.mandate.motion;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Other words for a motion.
 *
 * @param words all that it shall say
 * @param reason why
 */
record AmendmentRequest(
        @NotBlank @Size(max = 20_000) String words,
        @NotBlank @Size(max = 2000) String reason) {}
