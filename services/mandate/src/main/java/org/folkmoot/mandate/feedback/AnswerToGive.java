package org.folkmoot.mandate.feedback;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An answer that somebody may give for a practice in an open reading.
 *
 * @param groupName whose practices are asked
 * @param practice for which the answer is given
 * @param name of the practice
 * @param answer what the practice has answered; absent while it has not. Until the reading closes it can be replaced
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AnswerToGive(
        UUID reading,
        UUID group,
        String groupName,
        String quarter,
        String statement,
        LocalDate closesOn,
        String practice,
        String name,
        @Nullable String answer) {}
