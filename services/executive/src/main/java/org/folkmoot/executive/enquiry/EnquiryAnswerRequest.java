package org.folkmoot.executive.enquiry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The answer to an enquiry, or of a practice to what it was asked. */
record EnquiryAnswerRequest(@NotBlank @Size(max = 20_000) String answer) {}
