package org.folkmoot.mandate.feedback;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * A reading of confidence to be taken.
 *
 * @param quarter {@code 2027-Q1}
 * @param statement what practices agree or disagree with
 * @param opensOn the first day on which they can answer
 * @param closesOn the last
 */
record ReadingRequest(
        @NotNull @Pattern(regexp = "[0-9]{4}-Q[1-4]") String quarter,
        @NotBlank @Size(max = 500) String statement,
        @NotNull LocalDate opensOn,
        @NotNull LocalDate closesOn) {}
