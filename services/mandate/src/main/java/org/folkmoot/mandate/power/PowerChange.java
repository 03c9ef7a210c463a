package org.folkmoot.mandate.power;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of a power, proposed.
 *
 * @param change what is done, in the words of the pattern: the first of them begins a power
 * @param terms what it shall say; absent where it says what it said
 * @param grantedBy the meeting that decided it, in words; absent where a ballot did
 * @param ballot the ballot that decided it: one of the group that was carried
 * @param reason why
 */
record PowerChange(
        @NotNull @Pattern(regexp = "granted|narrowed|extended|suspended|resumed|revoked")
        String change,

        @Valid @Nullable PowerTerms terms,
        @Size(max = 500) @Nullable String grantedBy,
        @Nullable UUID ballot,
        @NotBlank @Size(max = 2000) String reason) {

    /** Whether it names one who decided it: a ballot or a meeting. */
    boolean saysWhoDecided() {
        return (ballot == null) != (grantedBy == null || grantedBy.isBlank());
    }

    boolean saysTerms() {
        return switch (change) {
            case "granted", "narrowed", "extended" -> true;
            default -> false;
        };
    }
}
