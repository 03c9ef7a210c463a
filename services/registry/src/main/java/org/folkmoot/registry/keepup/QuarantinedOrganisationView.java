package org.folkmoot.registry.keepup;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An organisation that was told of and could not be read.
 *
 * @param code as it was told; {@code ?} where it had none
 * @param state {@code waiting}, or {@code read}: what came later could be
 * @param reason one of the reasons for which rows of files are not loaded
 * @param raw what was told
 * @param asked how often it was asked for by itself
 * @param askAt when it is asked for next
 * @param fault what came of the last question
 */
@Schema(name = "QuarantinedOrganisation")
@JsonInclude(JsonInclude.Include.NON_NULL)
record QuarantinedOrganisationView(
        UUID id,
        String code,
        String state,
        String reason,
        String raw,
        Instant notedAt,
        int asked,
        @Nullable Instant askedAt,
        @Nullable Instant askAt,
        @Nullable String fault,
        @Nullable Instant readAt) {}
