package org.folkmoot.mandate.power;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A change of a power, proposed.
 *
 * @param change what is done, in the words of the pattern: the first of them begins a power
 * @param terms what it shall say; absent where it says what it said
 * @param grantedBy the ballot or meeting that decided it
 * @param reason why
 */
record PowerChange(
        @NotNull @Pattern(regexp = "granted|narrowed|extended|suspended|resumed|revoked")
        String change,

        @Valid @Nullable PowerTerms terms,
        @NotBlank @Size(max = 500) String grantedBy,
        @NotBlank @Size(max = 2000) String reason) {

    boolean saysTerms() {
        return switch (change) {
            case "granted", "narrowed", "extended" -> true;
            default -> false;
        };
    }
}
