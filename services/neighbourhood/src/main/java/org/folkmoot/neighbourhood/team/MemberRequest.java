package org.folkmoot.neighbourhood.team;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.folkmoot.nhs.OdsCode;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who joins a team.
 *
 * @param subject the person as tokens name them
 * @param role what they do in the team
 * @param organisation who employs them
 */
record MemberRequest(
        @NotBlank @Size(max = 200) String subject,
        @NotBlank @Size(max = 200) String name,
        @NotNull Sector sector,
        @NotBlank @Size(max = 200) String role,
        @Nullable OdsCode organisation) {}
