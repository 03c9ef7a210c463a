package org.folkmoot.registry.capability;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that practices share.
 *
 * @param provider who provides it, as it was written
 * @param until its last day; absent while it lasts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CapabilityView(
        UUID id,
        String kind,
        String title,
        String account,
        List<String> practices,
        @Nullable String provider,
        @Nullable Rotation rotation,
        @Nullable Lease lease,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable String endedWhy,
        String recordedBy,
        Instant recordedAt) {}
