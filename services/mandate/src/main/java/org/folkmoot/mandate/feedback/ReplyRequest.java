package org.folkmoot.mandate.feedback;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** @param words the reply, given once */
record ReplyRequest(@NotBlank @Size(max = 10_000) String words) {}
