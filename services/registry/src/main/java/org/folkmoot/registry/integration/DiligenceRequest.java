package org.folkmoot.registry.integration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * An item of due diligence.
 *
 * @param item what was looked at
 * @param finding what was found
 * @param evidence what shows it: a document with its date, a published figure, an inspection report
 */
record DiligenceRequest(
        @NotNull DiligenceArea area,
        @NotBlank @Size(max = 200) String item,
        @NotBlank @Size(max = 4000) String finding,
        @NotBlank @Size(max = 1000) String evidence) {}
