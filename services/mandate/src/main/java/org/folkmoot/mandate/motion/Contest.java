package org.folkmoot.mandate.motion;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * The seats to be filled by an election, and who stands.
 *
 * @param seats their keys in the constitution
 * @param candidates who stands, under names that differ
 */
public record Contest(
        @NotEmpty @Size(max = 50) List<@Pattern(regexp = "[a-z][a-z0-9-]{1,39}") String> seats,
        @NotEmpty @Size(max = 100) List<@Valid Candidate> candidates) {

    /**
     * Somebody who stands.
     *
     * @param name as it is on the ballot paper and in the ballot file
     * @param subject their account
     */
    public record Candidate(
            @NotBlank @Size(max = 200) String name,
            @NotNull @NotBlank @Size(max = 200) String subject) {}

    public Contest {
        seats = seats == null ? List.of() : List.copyOf(seats);
        candidates = candidates == null ? List.of() : List.copyOf(candidates);
    }

    /** The candidates' names, in their order. */
    @JsonIgnore
    public List<String> names() {
        return candidates.stream().map(Candidate::name).toList();
    }
}
