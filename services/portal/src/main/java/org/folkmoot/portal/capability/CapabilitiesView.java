package org.folkmoot.portal.capability;

import java.util.List;
import org.folkmoot.portal.frame.Found;
import org.folkmoot.portal.service.Capabilities.Capability;
import org.jspecify.annotations.Nullable;

/**
 * What practices share.
 *
 * @param kind the kind that is wanted, or empty
 * @param practice the code of one that shares it, or empty
 * @param when {@code now} for what is shared today alone, or empty
 * @param sort the order, if it is another than that in which it was recorded
 * @param records whether the person may record one
 */
public record CapabilitiesView(
        String kind,
        String practice,
        String when,
        @Nullable String sort,
        List<CapabilityKind> kinds,
        boolean records,
        Found<Row> found) {

    /** One in the list. */
    public record Row(Capability capability) {

        /** What it is. */
        public String kind() {
            return CapabilityKind.words(capability.kind());
        }

        /** Who shares it. */
        public String practices() {
            return String.join(", ", capability.practices());
        }
    }
}
