package org.folkmoot.executive.representation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A system meeting to be registered.
 *
 * @param body who meets
 * @param ledBy who leads it
 * @param place where, or the address of the call
 * @param seats the names of the seats that general practice has
 * @param recurrence its rhythm; absent if it has none
 */
record SystemMeetingRequest(
        @NotBlank @Size(max = 300) String body,
        @NotBlank @Size(max = 4000) String purpose,
        @NotBlank @Size(max = 300) String ledBy,
        @NotBlank @Size(max = 500) String place,
        @NotNull @NotEmpty @Size(max = 20) List<@NotBlank @Size(max = 200) String> seats,
        @Valid @Nullable Recurrence recurrence) {

    SystemMeetingRequest {
        seats = seats == null ? List.of() : List.copyOf(seats);
    }
}
