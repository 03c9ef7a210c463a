package org.folkmoot.tenants.systems;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a system: never by which names it signs in, nor with whom it is spoken of.
 *
 * @param credential the number of the credential that it is about, if it is about one
 */
record SystemAnnounced(
        UUID system,
        String name,
        @Nullable String organisation,
        @Nullable String supplier,
        List<String> reads,
        List<String> writes,
        @Nullable Integer credential) {

    static SystemAnnounced of(ExternalSystem system, @Nullable Integer credential) {
        return new SystemAnnounced(
                system.id(),
                system.name(),
                system.organisation(),
                system.supplier(),
                system.reads(),
                system.writes(),
                credential);
    }
}
