package org.folkmoot.executive.enquiry;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Nothing more is done about an enquiry.
 *
 * @param how {@code answered}; or why it never will be
 * @param why more about that; for one that was not answered
 */
record EnquiryClosingRequest(
        @NotNull Outcome how,
        @Size(min = 1, max = 2000) @Nullable String why) {}
