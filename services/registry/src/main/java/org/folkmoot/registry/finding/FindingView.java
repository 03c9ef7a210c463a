package org.folkmoot.registry.finding;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A finding.
 *
 * @param kind one of the closed list, {@code icb-differs-between-files} for instance
 * @param subject the organisation that it is about
 * @param other what the subject does not fit with, for the kinds that can have several for one subject
 * @param icb the ICB of the subject
 * @param detail what the files say; its members depend on the kind
 * @param state {@code open}, {@code resolved} by a person, or {@code gone}: the files agree now
 * @param notedIn the date of the release in force when it was noted
 * @param settledName who resolved it
 * @param note why
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FindingView(
        UUID id,
        String kind,
        String subject,
        @Nullable String other,
        @Nullable String icb,
        JsonNode detail,
        String state,
        LocalDate notedIn,
        Instant notedAt,
        @Nullable String settledName,
        @Nullable Instant settledAt,
        @Nullable String note) {}
