package org.folkmoot.registry.link;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Events {@code link.established}, {@code link.ended}, {@code link.corrected} and {@code link.withdrawn}: the link as it is
 * known from then on. What shows it is not on the topic.
 *
 * @param organisation an ODS code, or the id of a body of the ICS
 */
public record LinkTold(
        UUID link,
        String kind,
        String organisation,
        String organisationName,
        String other,
        String otherName,
        LocalDate from,
        @Nullable LocalDate until) {}
