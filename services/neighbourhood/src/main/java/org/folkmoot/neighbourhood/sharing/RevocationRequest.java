package org.folkmoot.neighbourhood.sharing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why nothing more is shared. */
record RevocationRequest(@NotBlank @Size(max = 4000) String reason) {}
