package org.folkmoot.executive.enquiry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.folkmoot.nhs.OdsCode;

/**
 * What a partner's system says to what its organisation was asked.
 *
 * @param organisation who asked
 * @param reference its own name for the enquiry
 */
record Clarification(
        @NotNull OdsCode organisation,
        @NotNull String reference,
        @NotBlank @Size(max = 20_000) String words) {}
