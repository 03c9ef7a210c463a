package org.folkmoot.neighbourhood.team;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is in a team.
 *
 * @param id of the membership
 * @param subject the person as tokens name them
 * @param sector from where they come
 * @param role what they do in the team
 * @param organisation ODS code of their employer
 */
public record Member(
        UUID id,
        UUID team,
        String subject,
        String name,
        String sector,
        String role,
        @Nullable String organisation,
        boolean lead) {}
