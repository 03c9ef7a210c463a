package org.folkmoot.neighbourhood.referral;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A referral to be made.
 *
 * @param practice ODS code of who refers; null where a team found the person
 * @param priority {@code routine} or {@code urgent}
 * @param service what is asked for, of what the team offers
 * @param reason why
 * @param criteria the lists that found the person, for {@link CameBy#CASE_FINDING} and only then
 * @param journey the journey with which it goes on, or by which it is to be known; null for one of its own
 */
public record NewReferral(
        UUID patient,
        UUID team,
        @Nullable String practice,
        CameBy cameBy,
        String priority,
        @Nullable String service,
        String reason,
        List<String> criteria,
        @Nullable Consent consent,
        @Nullable UUID journey) {

    public NewReferral {
        criteria = List.copyOf(criteria);
    }

    /** Nothing of why. */
    @Override
    public String toString() {
        return "NewReferral[withheld]";
    }
}
