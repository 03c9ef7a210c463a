package org.folkmoot.neighbourhood.team;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is in a team.
 *
 * @param subject the person as tokens name them; for those who work with teams
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MemberView(
        UUID id,
        @Nullable String subject,
        String name,
        String sector,
        String role,
        @Nullable String organisation,
        boolean lead,
        Instant joinedAt) {

    MemberView forOutsiders() {
        return new MemberView(id, null, name, sector, role, organisation, lead, joinedAt);
    }
}
