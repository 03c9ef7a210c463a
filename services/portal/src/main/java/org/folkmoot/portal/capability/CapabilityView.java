package org.folkmoot.portal.capability;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.folkmoot.portal.service.Capabilities.Capability;
import org.folkmoot.portal.service.Capabilities.Lease;
import org.folkmoot.portal.service.Capabilities.Rotation;
import org.jspecify.annotations.Nullable;

/**
 * Something that practices share.
 *
 * @param names of those who share it, provide it and carry its lease, by code or id
 * @param ends whether the person may say that it is shared no longer
 * @param done what the person has just done; null if nothing
 */
public record CapabilityView(
        Capability capability,
        Map<String, String> names,
        boolean ends,
        @Nullable String done) {

    /** Whoever is named on the page. */
    static Stream<String> named(Capability capability) {
        Lease lease = capability.lease();
        return Stream.concat(
                capability.practices().stream(),
                Stream.of(
                                Optional.ofNullable(capability.provider()),
                                Optional.ofNullable(lease).map(Lease::holder))
                        .flatMap(Optional::stream));
    }

    /** What somebody is called; empty for nobody. */
    public String name(@Nullable String id) {
        return id == null ? "" : names.getOrDefault(id, id);
    }

    /** What it is. */
    public String kind() {
        return CapabilityKind.words(capability.kind());
    }

    /** Staff who rotate, in words; empty for anything else. */
    public String rotation() {
        Rotation rotation = capability.rotation();
        return rotation == null
                ? ""
                : "%s, %s whole-time equivalents, between %s"
                        .formatted(
                                rotation.role(),
                                rotation.wholeTimeEquivalents().toPlainString(),
                                String.join(", ", rotation.between()));
    }
}
