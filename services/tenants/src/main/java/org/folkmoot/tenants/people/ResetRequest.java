package org.folkmoot.tenants.people;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What of a person's way in is to be made anew, and why. */
@Schema(name = "ResetRequest", description = "Why a person needs a new way in.")
record ResetRequest(
        @Schema(
                description = "Kept in a log that can never be changed: name nobody in it.",
                examples = "Forgot the password")
        @NotBlank
        @Size(max = 200)
        String reason,

        @Schema(
                description = "Takes the second factor away as well (a lost telephone): a new one is set up at the next"
                        + " sign-in where one is asked for.")
        @Nullable
        Boolean secondFactor) {

    boolean alsoSecondFactor() {
        return Boolean.TRUE.equals(secondFactor);
    }
}
