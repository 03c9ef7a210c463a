package org.folkmoot.neighbourhood.care;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** An assessment of a person. */
record AssessmentView(
        UUID id,
        UUID referral,
        LocalDate on,
        String assessor,
        String findings,
        String recordedBy,
        Instant recordedAt) {}
