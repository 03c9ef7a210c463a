package org.folkmoot.mandate.group;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.folkmoot.mandate.electorate.Footprint;
import org.jspecify.annotations.Nullable;

/**
 * A leadership group.
 *
 * @param constitution the number of the version in force
 * @param proposed the number of the version that waits for a second person
 * @param purpose its statement of purpose
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record GroupView(
        UUID id,
        String name,
        Footprint footprint,
        Instant foundedAt,
        @Nullable Integer constitution,
        @Nullable Integer proposed,
        @Nullable PurposeView purpose) {}
