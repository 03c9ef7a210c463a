package org.folkmoot.mandate.feedback;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.folkmoot.nhs.OdsCode;

/**
 * An objection or a comment.
 *
 * @param kind {@code objection} (formal) or {@code comment}
 * @param subject what it is to: {@code motion}, {@code mandate} or {@code decision}
 * @param subjectId which one
 * @param organisation in whose name: who raises it speaks for this practice or network, or, where it is {@code LMC}, for the LMC
 */
record ObjectionRequest(
        @NotNull @Pattern(regexp = "objection|comment") String kind,

        @NotNull @Pattern(regexp = "motion|mandate|decision")
        String subject,

        @NotNull UUID subjectId,
        @NotNull OdsCode organisation,
        @NotBlank @Size(max = 10_000) String words) {

    /** In the name of the LMC of the ICS, for which ODS has no code. */
    static final OdsCode LMC = OdsCode.of("LMC");
}
