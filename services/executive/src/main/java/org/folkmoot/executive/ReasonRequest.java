package org.folkmoot.executive;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why something is withdrawn, dropped or put off. */
public record ReasonRequest(@NotBlank @Size(max = 2000) String reason) {}
