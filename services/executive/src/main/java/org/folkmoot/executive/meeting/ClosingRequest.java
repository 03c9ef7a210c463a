package org.folkmoot.executive.meeting;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/**
 * The end of a meeting.
 *
 * @param minutes what is written down of it
 * @param dealtWith what was dealt with; everything else is carried over
 */
record ClosingRequest(
        @NotBlank @Size(max = 100_000) String minutes,
        @NotNull @Size(max = 200) List<@Valid Dealt> dealtWith) {

    /**
     * An item that was dealt with.
     *
     * @param note what came of it
     */
    record Dealt(
            @NotNull UUID item, @NotBlank @Size(max = 2000) String note) {}

    ClosingRequest {
        dealtWith = dealtWith == null ? List.of() : List.copyOf(dealtWith);
    }
}
