package org.folkmoot.neighbourhood.sharing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.folkmoot.nhs.OdsCode;

/**
 * A decision to share.
 *
 * @param what what is shared besides the referral itself
 * @param until the last day
 */
record ShareRequest(
        @NotNull OdsCode organisation,
        @NotNull @Size(max = 3) List<@NotNull @Pattern(regexp = Part.SHAREABLE) String> what,
        @NotBlank @Size(max = 4000) String why,
        @NotNull Basis basis,
        @NotNull LocalDate until) {

    ShareRequest {
        what = what == null ? List.of() : List.copyOf(what);
    }
}
