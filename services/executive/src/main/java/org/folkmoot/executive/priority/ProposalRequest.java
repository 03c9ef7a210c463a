package org.folkmoot.executive.priority;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.folkmoot.nhs.OdsCode;

/**
 * What a practice or a network wants to be a priority.
 *
 * @param proposedFor which practice or network
 */
record ProposalRequest(
        @NotNull OdsCode proposedFor,
        @NotNull Aim aim,
        @NotBlank @Size(max = 300) String title,
        @NotBlank @Size(max = 20_000) String words,
        @NotNull @Size(max = 20) List<@Valid @NotNull Measure> measures) {

    ProposalRequest {
        measures = measures == null ? List.of() : List.copyOf(measures);
    }
}
