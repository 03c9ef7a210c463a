package org.folkmoot.neighbourhood.team;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a team can take on.
 *
 * @param perWeek new referrals a week
 * @param noReferralsUntil the first day on which it takes referrals again; absent if it takes them now
 */
record CapacityRequest(
        @Min(0) @Max(1000) int perWeek,
        @Nullable LocalDate noReferralsUntil,
        @Size(max = 500) @Nullable String note) {}
