package org.folkmoot.mandate.motion;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/**
 * The mandate that a motion asks for.
 *
 * @param scope the named subjects that it covers
 * @param exclusions what it does not cover
 * @param from its first day
 * @param until its last day
 * @param review the day by which it is looked at again
 */
public record MandateTerms(
        @NotEmpty @Size(max = 50) List<@NotBlank @Size(max = 500) String> scope,
        @NotNull @Size(max = 50) List<@NotBlank @Size(max = 500) String> exclusions,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @NotNull
        LocalDate from,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @NotNull
        LocalDate until,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @NotNull
        LocalDate review) {

    public MandateTerms {
        scope = scope == null ? List.of() : List.copyOf(scope);
        exclusions = exclusions == null ? List.of() : List.copyOf(exclusions);
    }

    /** Whether the days follow each other, and it lasts no longer than that. */
    @JsonIgnore
    boolean isInOrder(int months) {
        return !review.isBefore(from) && !until.isBefore(review) && !until.isAfter(from.plusMonths(months));
    }
}
