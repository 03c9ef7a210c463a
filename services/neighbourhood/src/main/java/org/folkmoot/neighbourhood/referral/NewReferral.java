package org.folkmoot.neighbourhood.referral;

import java.util.List;
import java.util.UUID;
import org.folkmoot.neighbourhood.patient.PersonRequest;
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
        Whom whom,
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

    /** Who is referred. */
    public sealed interface Whom {

        /** A patient who is known, if the one who refers may see them. */
        record Seen(UUID patient) implements Whom {}

        /** Somebody who is described, and may be known or not. */
        record Described(PersonRequest person) implements Whom {}
    }

    /** Nothing of why. */
    @Override
    public String toString() {
        return "NewReferral[withheld]";
    }
}
