package org.folkmoot.neighbourhood.referral;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A referral, by what decides about it.
 *
 * @param practice ODS code of who refers; null where a team found the person
 * @param state by its name: {@code draft}, {@code submitted}, {@code in-triage}, {@code accepted}, {@code assessment},
 *     {@code in-care}, {@code returned}, {@code redirected}, {@code closed}
 * @param basis why the reader may see it: {@code team}, {@code referring-practice}, {@code registered-practice},
 *     {@code share}, {@code break-glass}; {@code service} where no person asks
 */
public record Stage(
        UUID id,
        UUID journey,
        UUID patient,
        UUID team,
        @Nullable String practice,
        String state,
        String basis,
        long version) {

    /** Whether somebody owns the person's care. */
    public boolean isOwned() {
        return ReferralState.of(state) instanceof ReferralState.Owned;
    }

    /** Whether the journey has ended with it. */
    boolean isOver() {
        return switch (ReferralState.of(state)) {
            case ReferralState.Returned(), ReferralState.Closed() -> true;
            case ReferralState.Open _, ReferralState.Redirected() -> false;
        };
    }

    /** Whether the reader sees it as one of the team. */
    public boolean isTheTeams() {
        return basis.equals("team");
    }
}
