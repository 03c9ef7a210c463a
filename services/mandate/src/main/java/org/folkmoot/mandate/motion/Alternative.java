package org.folkmoot.mandate.motion;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Another way that was considered.
 *
 * @param title what it is
 * @param account what speaks for and against it
 */
public record Alternative(
        @NotBlank @Size(max = 200) String title,
        @NotBlank @Size(max = 4000) String account) {}
