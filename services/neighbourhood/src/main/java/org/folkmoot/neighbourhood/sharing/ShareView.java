package org.folkmoot.neighbourhood.sharing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision to share.
 *
 * @param what what is shared besides the referral itself
 * @param until the last day
 * @param state {@code in-force}, {@code ended} or {@code revoked}
 * @param dspt what the toolkit says of the organisation now: met, not-met, not-published or unknown
 * @param metSince since when it had met the standards when it was decided
 * @param mayAct what the caller's team may do about it now: {@code revoke}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ShareView(
        UUID id,
        String organisation,
        List<String> what,
        String why,
        String basis,
        LocalDate until,
        String state,
        String dspt,
        LocalDate metSince,
        String decidedBy,
        Instant decidedAt,
        @Nullable String revokedBy,
        @Nullable Instant revokedAt,
        @Nullable String revokedWhy,
        List<String> mayAct) {

    ShareView {
        what = List.copyOf(what);
        mayAct = List.copyOf(mayAct);
    }
}
