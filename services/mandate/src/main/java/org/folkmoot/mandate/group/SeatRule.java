package org.folkmoot.mandate.group;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * A seat, as the constitution provides it.
 *
 * @param seat its key, never given to another: {@code chair}, {@code pcn-blackheath}
 * @param name what people call it
 * @param kind what it is for
 * @param constituency the ODS codes of the organisations that it speaks for, whose practices elect its holder; none for a seat
 *     that speaks for nobody in particular, such as a chair: then the practices of the whole group do
 * @param termMonths how long a holder may hold it, at most
 */
public record SeatRule(
        @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{1,39}") String seat,
        @NotBlank @Size(max = 200) String name,
        @NotNull SeatKind kind,
        @NotNull @Size(max = 2000) List<@Pattern(regexp = "[A-Z0-9]{3,9}") String> constituency,
        @Min(1) @Max(120) int termMonths) {

    public SeatRule {
        constituency = constituency == null ? List.of() : List.copyOf(constituency);
    }
}
