package org.folkmoot.registry.capability;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.registry.calendar.InCalendar;
import org.jspecify.annotations.Nullable;

/**
 * Something that practices share.
 *
 * @param account how it works
 * @param practices which share it
 * @param provider who provides it: an ODS code or the id of a body; none where nobody in particular does
 * @param rotation of staff who rotate, and of nothing else
 * @param lease of premises, and of nothing else
 * @param from the first day
 */
record CapabilityRequest(
        @NotNull CapabilityKind kind,
        @NotBlank @Size(max = 200) String title,
        @NotBlank @Size(max = 4000) String account,

        @NotNull @Size(min = 1, max = 500) List<@NotNull OdsCode> practices,

        @Pattern(regexp = "[A-Za-z0-9-]{3,36}") @Nullable String provider,
        @Valid @Nullable Rotation rotation,
        @Valid @Nullable Lease lease,
        @NotNull @InCalendar LocalDate from) {

    /** What in it does not go together; empty when all does. */
    Optional<Problem> objection() {
        if ((kind == CapabilityKind.ROTATION) != (rotation != null)) {
            return wrong("#/rotation", "is there where staff rotate, and nowhere else");
        }
        if ((kind == CapabilityKind.PREMISES) != (lease != null)) {
            return wrong("#/lease", "is there where premises are shared, and nowhere else");
        }
        return practices.stream().distinct().count() < practices.size()
                ? wrong("#/practices", "must name each practice once")
                : Optional.empty();
    }

    private static Optional<Problem> wrong(String pointer, String rule) {
        return Optional.of(Problem.of(CommonProblem.INVALID_REQUEST).withError(pointer, rule));
    }
}
