package org.folkmoot.mandate.ballot;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** @param reason why: it is published */
record ReasonRequest(@NotBlank @Size(max = 2000) String reason) {}
