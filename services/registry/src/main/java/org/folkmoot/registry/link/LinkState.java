package org.folkmoot.registry.link;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * State {@code linkstate.recorded}: all there is to say of a link.
 *
 * @param status {@code recorded}, or {@code withdrawn}: it never was
 */
public record LinkState(
        UUID link,
        String status,
        String kind,
        String organisation,
        String organisationName,
        String other,
        String otherName,
        LocalDate from,
        @Nullable LocalDate until,
        long version) {}
