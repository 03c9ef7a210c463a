package org.folkmoot.executive.representation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A brief for whoever sits there.
 *
 * @param say what to say
 * @param notAgree what not to agree
 */
record BriefRequest(
        @NotBlank @Size(max = 20_000) String say,
        @NotBlank @Size(max = 20_000) String notAgree) {}
