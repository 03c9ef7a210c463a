package org.folkmoot.registry.share;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.registry.calendar.InCalendar;
import org.folkmoot.registry.money.Pounds;
import org.jspecify.annotations.Nullable;

/**
 * An amount to be divided.
 *
 * @param title what money it is
 * @param rule by what it is divided
 * @param asAt the day whose lists, figures or weights count
 * @param source where the weights come from
 * @param reason why it is divided, and so
 * @param practices over whom
 */
record FairShareRequest(
        @NotBlank @Size(max = 200) String title,
        @Max(Pounds.MOST_PENCE) long amountPence,
        @NotNull ShareRule rule,
        @NotNull @InCalendar LocalDate asAt,
        @NotBlank @Size(max = 500) String source,
        @NotBlank @Size(max = 2000) String reason,

        @NotNull @Size(max = 2000) List<@NotNull @Valid Practice> practices) {

    /**
     * A practice that shares.
     *
     * @param weight what it weighs; absent where the registered list does
     */
    @Schema(name = "FairShareClaim")
    record Practice(
            @NotNull OdsCode practice,

            @DecimalMin("0") @Digits(integer = 12, fraction = 6) @Nullable
            BigDecimal weight) {}
}
