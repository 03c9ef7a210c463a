package org.folkmoot.mandate.motion;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.folkmoot.mandate.rule.Question;
import org.jspecify.annotations.Nullable;

/**
 * A motion.
 *
 * @param words its present words
 * @param seats the seats that it would fill
 * @param candidates who stands for them
 * @param state draft, tabled, put-to-ballot, carried, lost or withdrawn: in these words
 * @param proposedFor the organisation in whose name it was proposed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MotionView(
        UUID id,
        UUID group,
        Question question,
        String title,
        String words,
        List<Alternative> alternatives,
        @Nullable MandateTerms mandate,
        @Nullable List<String> seats,
        @Nullable List<String> candidates,
        String state,
        String proposedBy,
        @Nullable String proposedFor,
        Instant proposedAt,
        @Nullable Instant tabledAt,
        @Nullable Instant endedAt,
        @Nullable String endedWhy,
        List<AmendmentView> amendments) {}
