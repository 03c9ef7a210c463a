package org.folkmoot.portal.capability;

import org.folkmoot.portal.service.Capabilities.Capability;
import org.folkmoot.portal.service.Capabilities.Rotation;
import org.jspecify.annotations.Nullable;

/**
 * Something that practices share.
 *
 * @param ends whether the person may say that it is shared no longer
 * @param done what the person has just done; null if nothing
 */
public record CapabilityView(
        Capability capability, boolean ends, @Nullable String done) {

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
