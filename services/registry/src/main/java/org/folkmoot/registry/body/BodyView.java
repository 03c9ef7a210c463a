package org.folkmoot.registry.body;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organisation that no national file has.
 *
 * @param id its identity, by which links name it
 * @param odsCode its ODS code, where it has one
 * @param recordedBy who defined it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BodyView(
        UUID id,
        Organisation.Kind kind,
        String name,
        @Nullable String odsCode,
        @Nullable String companyNumber,
        String recordedBy,
        Instant recordedAt) {}
