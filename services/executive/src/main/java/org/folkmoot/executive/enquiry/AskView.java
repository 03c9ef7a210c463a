package org.folkmoot.executive.enquiry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a practice is asked because of an enquiry.
 *
 * @param subject what the enquiry is about
 * @param organisation who enquires
 * @param due the last day, in London
 * @param overdue whether that is over, and the practice could still answer but has not
 * @param state whether it is open, has its answer, or is needless, since the enquiry ended without that
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AskView(
        UUID id,
        UUID enquiry,
        String subject,
        String organisation,
        String practice,
        String words,
        LocalDate due,
        boolean overdue,
        String state,
        String askedBy,
        Instant askedAt,
        @Nullable String answer,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt) {}
