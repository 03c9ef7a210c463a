package org.folkmoot.neighbourhood.referral;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who owns the person's care from then on.
 *
 * @param caseManager the subject of a member of the team
 * @param on when the team took the person on; absent for now
 */
record AcceptanceRequest(
        @NotBlank @Size(max = 200) String caseManager,
        @Nullable Instant on) {}
