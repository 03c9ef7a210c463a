package org.folkmoot.neighbourhood.mdt;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What was said about a person. */
record MdtNotesRequest(@NotBlank @Size(max = 10_000) String notes) {}
