package org.folkmoot.neighbourhood.mdt;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a member does for a person by a day.
 *
 * @param words absent if the patient's data were erased
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MdtActionView(
        UUID id,
        UUID meeting,
        UUID referral,
        UUID team,
        @Nullable String words,
        String owner,
        String ownerName,
        LocalDate due,
        boolean overdue,
        @Nullable Instant doneAt,
        @Nullable String doneBy) {}
