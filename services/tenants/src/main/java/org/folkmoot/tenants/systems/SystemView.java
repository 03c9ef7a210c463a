package org.folkmoot.tenants.systems;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.folkmoot.tenants.topics.Outsider;
import org.jspecify.annotations.Nullable;

/** A system as administrators see it. */
@Schema(name = "ExternalSystem", description = "A system outside the platform that was let in.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SystemView(
        UUID id,
        String name,

        @Schema(description = "ODS code of the organisation that it belongs to.") @Nullable
        String organisation,

        @Schema(description = "Who makes or runs it.") @Nullable
        String supplier,

        @Schema(description = "Where those who look after it are reached.")
        String contact,

        @Schema(description = "The domains whose published events it reads; \"all\" stands for every one.")
        List<String> reads,

        @Schema(description = "The inbound topics that it writes.")
        List<String> writes,

        @Schema(description = "What the names of its consumer groups begin with.")
        String groups,

        Instant registeredAt,

        @Schema(description = "Since when it is shut out for good.") @Nullable
        Instant revokedAt,

        @Schema(description = "The credentials that it was given, the newest first.")
        List<Credential> credentials) {

    static SystemView of(ExternalSystem system, List<Credential> credentials) {
        return new SystemView(
                system.id(),
                system.name(),
                system.organisation(),
                system.supplier(),
                system.contact(),
                system.reads(),
                system.writes(),
                Outsider.groups(system.kafkaName()),
                system.registeredAt(),
                system.revokedAt(),
                List.copyOf(credentials));
    }
}
