package org.folkmoot.registry.contact;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a GP may ring.
 *
 * @param place the place that they serve; absent when it is the whole ICS
 * @param organisation where they work: an ODS code, or the id of a body
 * @param confirmedBy who last made sure of it
 * @param leftOn their last day in this post
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ContactView(
        UUID id,
        String specialty,
        @Nullable UUID place,
        String organisation,
        String name,
        String post,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String hours,
        String confirmedBy,
        LocalDate confirmedOn,
        @Nullable LocalDate leftOn) {}
