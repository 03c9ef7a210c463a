package org.folkmoot.executive.enquiry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What the enquirer says, so that its enquiry goes on. */
record ReplyRequest(@NotBlank @Size(max = 20_000) String reply) {}
