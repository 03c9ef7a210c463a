package org.folkmoot.executive.enquiry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * An enquiry waits for its enquirer.
 *
 * @param words what the enquirer is asked or told
 */
record PauseRequest(
        @NotNull PauseReason reason,
        @NotBlank @Size(max = 4000) String words) {}
