package org.folkmoot.neighbourhood.mdt;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/**
 * A meeting to be called.
 *
 * @param place where, or how, it takes place
 */
record MdtMeetingRequest(
        @NotNull Instant startsAt,
        @NotBlank @Size(max = 300) String place) {}
