package org.folkmoot.registry.keepup;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What was taken from a source.
 *
 * @param place the release's folder, or the API's address
 * @param state {@code loading}; {@code loaded}, {@code unchanged} or {@code refused} as the load was; {@code held}: changes
 *     wait for a confirmation; {@code overtaken}: later ones took their place
 * @param job its load
 * @param since of changes: from which day on was asked
 * @param until the day on which that was
 * @param told files of the release, or organisations that were told of
 * @param taken files handed in, or organisations of the directory that could be read
 * @param elsewhere organisations that the directory does not keep
 * @param quarantined organisations that could not be read
 * @param refusal why it was refused, or waits
 */
@Schema(name = "DirectoryRun")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RunView(
        UUID id,
        String source,
        String place,
        String state,
        Instant beganAt,
        @Nullable Instant endedAt,
        @Nullable UUID job,
        @Nullable LocalDate since,
        @Nullable LocalDate until,
        int pages,
        int told,
        int taken,
        int elsewhere,
        int quarantined,
        @Nullable String refusal,
        @Nullable String confirmedBy) {}
