package org.folkmoot.mandate.ballot;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A vote.
 *
 * @param choice one word ({@code for}, {@code against}, {@code abstain}, or an option), or candidates with the most preferred
 *     first; an empty ranking abstains
 * @param via the elector whose proxy is used: who casts speaks for it
 */
record VoteRequest(
        @NotNull @Size(max = 100) List<@NotBlank @Size(max = 200) String> choice,
        @Pattern(regexp = "[A-Za-z0-9-]{2,40}") @Nullable String via) {}
