package org.folkmoot.mandate.electorate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

/**
 * Whose practices a group speaks for. What it covers follows the registry: a practice that opens in it belongs to it.
 *
 * @param kind {@code ics}: all of the ICS; {@code sub-icbs}, {@code pcns}: those in these; {@code practices}: these
 * @param codes the ODS codes; none for {@code ics}
 */
public record Footprint(
        @NotNull @Pattern(regexp = "ics|sub-icbs|pcns|practices")
        String kind,

        @NotNull @Size(max = 2000) List<@Pattern(regexp = "[A-Z0-9]{3,9}") String> codes) {

    /** The whole ICS. */
    public static final Footprint ICS = new Footprint("ics", List.of());

    public Footprint {
        codes = codes == null ? List.of() : List.copyOf(codes);
    }

    /** What is wrong with it, as a sentence; empty if nothing is. */
    @JsonIgnore
    public Optional<String> objection() {
        return kind.equals("ics") == codes.isEmpty()
                ? Optional.empty()
                : Optional.of("A footprint of the whole ICS names no codes, and any other names some.");
    }
}
