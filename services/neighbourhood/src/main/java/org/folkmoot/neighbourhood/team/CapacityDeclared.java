package org.folkmoot.neighbourhood.team;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Event {@code team.capacity.declared}.
 *
 * @param perWeek how many new referrals a week it takes
 * @param noReferralsUntil the first day on which it takes referrals again, if it takes none
 */
public record CapacityDeclared(
        UUID team,
        UUID neighbourhood,
        int perWeek,
        @Nullable LocalDate noReferralsUntil,
        LocalDate declaredOn) {}
