package org.folkmoot.registry.integration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What the local medical committee says of a case.
 *
 * @param kind {@code comment} or {@code objection}
 */
record StatementRequest(
        @NotNull @Pattern(regexp = "comment|objection") String kind,

        @NotBlank @Size(max = 4000) String words) {}
