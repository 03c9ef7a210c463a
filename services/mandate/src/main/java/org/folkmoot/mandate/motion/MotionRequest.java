package org.folkmoot.mandate.motion;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.folkmoot.mandate.rule.Question;
import org.folkmoot.nhs.OdsCode;
import org.jspecify.annotations.Nullable;

/**
 * A motion, drafted.
 *
 * @param alternatives what else was considered
 * @param mandate the mandate that it asks for, if its question is one
 * @param contest the seats and candidates, if it calls an election
 * @param proposedFor the organisation in whose name it is proposed
 */
record MotionRequest(
        @NotNull Question question,
        @NotBlank @Size(max = 300) String title,
        @NotBlank @Size(max = 20_000) String words,
        @NotNull @Size(max = 20) List<@Valid Alternative> alternatives,
        @Valid @Nullable MandateTerms mandate,
        @Valid @Nullable Contest contest,
        @Nullable OdsCode proposedFor) {

    MotionRequest {
        alternatives = alternatives == null ? List.of() : List.copyOf(alternatives);
    }
}
