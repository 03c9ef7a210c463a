package org.folkmoot.neighbourhood.referral;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.folkmoot.neighbourhood.patient.PersonRequest;
import org.folkmoot.nhs.OdsCode;
import org.jspecify.annotations.Nullable;

/**
 * A person to be referred.
 *
 * @param patient whom the caller may see; this or the person
 * @param person whom the caller describes
 * @param practice for which the caller speaks; absent where the caller's team found the person
 * @param service what is asked for, of what the team offers
 * @param reason why
 * @param criteria the lists that found the person; none otherwise
 * @param consent whether the person agrees, which somebody who was found has to
 * @param submit whether it goes to the team at once, or is a draft
 */
record ReferralRequest(
        @Nullable UUID patient,
        @Valid @Nullable PersonRequest person,
        @NotNull UUID team,
        @Nullable OdsCode practice,

        @NotNull @Pattern(regexp = "routine|urgent") String priority,

        @Size(max = 100) @Nullable String service,
        @NotBlank @Size(max = 20_000) String reason,

        @Size(max = 3)
        List<@NotNull @Pattern(regexp = "long-term-conditions|frailty|repeat-attendance") String> criteria,

        @Valid @Nullable Consent consent,
        boolean submit) {

    ReferralRequest {
        criteria = criteria == null
                ? List.of()
                : criteria.stream().distinct().sorted().toList();
    }

    /** That somebody is referred, never whom. */
    @Override
    public String toString() {
        return "ReferralRequest[withheld]";
    }
}
