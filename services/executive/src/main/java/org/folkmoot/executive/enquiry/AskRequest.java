package org.folkmoot.executive.enquiry;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.folkmoot.nhs.OdsCode;

/**
 * What practices are asked because of an enquiry.
 *
 * @param words the question, in words for a practice
 * @param workingDays how many working days they have, from tomorrow
 */
record AskRequest(
        @NotEmpty @Size(max = 200) List<@NotNull OdsCode> practices,
        @NotBlank @Size(max = 4000) String words,
        @Min(1) @Max(60) int workingDays) {

    AskRequest {
        practices = practices == null ? List.of() : List.copyOf(practices);
    }
}
