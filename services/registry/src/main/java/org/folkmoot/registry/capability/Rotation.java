package org.folkmoot.registry.capability;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;

/**
 * Staff who rotate.
 *
 * @param role what they are: {@code paramedic}
 * @param wholeTimeEquivalents how many posts
 * @param between the sectors in which they work in turn
 */
record Rotation(
        @NotBlank @Size(max = 200) String role,

        @NotNull @DecimalMin("0.01") @Digits(integer = 5, fraction = 2)
        BigDecimal wholeTimeEquivalents,

        @NotNull @Size(min = 2, max = 10) List<@NotBlank @Size(max = 100) String> between) {}
