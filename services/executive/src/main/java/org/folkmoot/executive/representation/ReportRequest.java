package org.folkmoot.executive.representation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What is reported back.
 *
 * @param report what was said and decided there
 * @param commitments what general practice was committed to; absent if to nothing
 */
record ReportRequest(
        @NotBlank @Size(max = 50_000) String report,
        @Size(min = 1, max = 20_000) @Nullable String commitments) {}
