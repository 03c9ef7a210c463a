package org.folkmoot.executive.practice;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * To which practices something goes.
 *
 * @param kind {@code ics}: all of the ICS; {@code sub-icbs}, {@code places}, {@code pcns}: those in these;
 *     {@code practices}: these
 * @param codes ODS codes, or of places their identifiers; none for {@code ics}
 */
public record Audience(
        @NotNull @Pattern(regexp = "ics|sub-icbs|places|pcns|practices")
        String kind,

        @NotNull @Size(max = 2000) List<@NotNull @Pattern(regexp = "[A-Za-z0-9-]{3,36}") String> codes) {

    public Audience {
        codes = codes == null ? List.of() : List.copyOf(codes);
    }

    /** Whether it names codes where it needs them, and none where it means everybody. */
    public boolean makesSense() {
        return kind.equals("ics") == codes.isEmpty();
    }
}
