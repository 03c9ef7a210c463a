package org.folkmoot.mandate.feedback;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * A reading of confidence to be taken.
 *
 * @param statement what practices agree or disagree with
 * @param opensOn the first day on which they can answer, today or within a year: its quarter is the reading's
 * @param closesOn the last, within three months
 */
record ReadingRequest(
        @NotBlank @Size(max = 500) String statement,
        @NotNull LocalDate opensOn,
        @NotNull LocalDate closesOn) {

    /** {@code 2027-Q1}. */
    String quarter() {
        return "%d-Q%d".formatted(opensOn.getYear(), (opensOn.getMonthValue() + 2) / 3);
    }
}
