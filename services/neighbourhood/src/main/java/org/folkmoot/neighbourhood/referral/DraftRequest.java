package org.folkmoot.neighbourhood.referral;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a draft says.
 *
 * @param service what is asked for, of what the team offers
 * @param reason why
 */
public record DraftRequest(
        @NotNull UUID team,

        @NotNull @Pattern(regexp = "routine|urgent") String priority,

        @Size(max = 100) @Nullable String service,
        @NotBlank @Size(max = 20_000) String reason) {

    /** Nothing of why. */
    @Override
    public String toString() {
        return "DraftRequest[withheld]";
    }
}
