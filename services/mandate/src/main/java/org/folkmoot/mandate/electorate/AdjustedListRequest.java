package org.folkmoot.mandate.electorate;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * An adjusted list, as somebody enters it.
 *
 * @param patients the need-weighted figure, an exact decimal
 * @param asAt the day for which it was worked out
 * @param source where it was published
 */
record AdjustedListRequest(
        @NotNull @DecimalMin("0") @Digits(integer = 9, fraction = 6)
        BigDecimal patients,

        @NotNull LocalDate asAt,
        @NotBlank @Size(max = 500) String source) {}
