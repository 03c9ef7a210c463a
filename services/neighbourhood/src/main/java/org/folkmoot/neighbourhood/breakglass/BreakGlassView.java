package org.folkmoot.neighbourhood.breakglass;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * That somebody broke the glass.
 *
 * @param referrals the person's
 * @param teams those that have or had them
 * @param organisations ODS codes of those for whom whoever did it speaks
 * @param reason absent if the patient's data were erased
 * @param state {@code open} or {@code over}
 * @param mine whether whoever is told of it did it: they do not review it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BreakGlassView(
        UUID id,
        List<UUID> referrals,
        List<UUID> teams,
        String who,
        List<String> organisations,
        Instant at,
        Instant until,
        @Nullable String reason,
        String state,
        @Nullable Review review,
        boolean mine) {

    BreakGlassView {
        referrals = List.copyOf(referrals);
        teams = List.copyOf(teams);
        organisations = List.copyOf(organisations);
    }

    /** As others are told of it. */
    BreakGlassView(
            UUID id,
            List<UUID> referrals,
            List<UUID> teams,
            String who,
            List<String> organisations,
            Instant at,
            Instant until,
            @Nullable String reason,
            String state,
            @Nullable Review review) {
        this(id, referrals, teams, who, organisations, at, until, reason, state, review, false);
    }

    /** The same as whoever did it is told of it. */
    BreakGlassView own() {
        return new BreakGlassView(id, referrals, teams, who, organisations, at, until, reason, state, review, true);
    }

    /**
     * What a lead said of it.
     *
     * @param verdict {@code justified} or {@code not-justified}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "BreakGlassReview")
    record Review(String verdict, @Nullable String words, String by, Instant at) {}
}
