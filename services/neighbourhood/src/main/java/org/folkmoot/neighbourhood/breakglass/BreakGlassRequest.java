package org.folkmoot.neighbourhood.breakglass;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.folkmoot.nhs.NhsNumber;
import org.jspecify.annotations.Nullable;

/**
 * Whose record is opened, and why.
 *
 * @param nhsNumber the person; this or a referral of theirs
 * @param reason in the words of whoever opens it
 */
record BreakGlassRequest(
        @Nullable NhsNumber nhsNumber,
        @Nullable UUID referral,
        @NotBlank @Size(min = 10, max = 2000) String reason) {

    /** That a record is opened, never whose. */
    @Override
    public String toString() {
        return "BreakGlassRequest[withheld]";
    }
}
