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
 * @param kind {@code ics}: all of the ICS; {@code sub-icbs}, {@code places}, {@code pcns}: those in these; {@code practices}:
 *     these
 * @param codes the ODS codes, of places their ids; none for {@code ics}
 */
public record Footprint(
        @NotNull @Pattern(regexp = "ics|sub-icbs|places|pcns|practices")
        String kind,

        @NotNull @Size(max = 2000) List<@Pattern(regexp = CODE + "|" + ID) String> codes) {

    private static final String CODE = "[A-Z0-9]{3,9}";
    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    /** The whole ICS. */
    public static final Footprint ICS = new Footprint("ics", List.of());

    public Footprint {
        codes = codes == null ? List.of() : List.copyOf(codes);
    }

    /** Whether the codes are ids of places. */
    @JsonIgnore
    public boolean isOfPlaces() {
        return kind.equals("places");
    }

    /** What is wrong with it, as a sentence; empty if nothing is. */
    @JsonIgnore
    public Optional<String> objection() {
        if (kind.equals("ics") != codes.isEmpty()) {
            return Optional.of("A footprint of the whole ICS names no codes, and any other names some.");
        }
        return codes.stream().allMatch(code -> code.matches(isOfPlaces() ? ID : CODE))
                ? Optional.empty()
                : Optional.of("Places are named by their ids, and all others by their ODS codes.");
    }
}
