package org.folkmoot.registry.share;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where an amount went, and why.
 *
 * @param rule {@code registered-list}, {@code adjusted-list} or {@code custom-weight}
 * @param asAt the day whose lists, figures or weights were taken
 * @param totalWeight the sum of the weights
 * @param portions what each practice got, in the order of the codes
 */
record FairShareView(
        UUID id,
        String title,
        long amountPence,
        String rule,
        LocalDate asAt,
        String source,
        String reason,
        BigDecimal totalWeight,
        String madeBy,
        Instant madeAt,
        List<Line> portions) {

    FairShareView with(List<Line> lines) {
        return new FairShareView(
                id, title, amountPence, rule, asAt, source, reason, totalWeight, madeBy, madeAt, lines);
    }

    /**
     * What a practice got.
     *
     * @param name what it was called on the day whose weights were taken
     * @param leftOver by which fraction of a penny its exact share exceeds whole pence
     * @param extraPenny whether it got a penny for that fraction: one of the largest
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "FairSharePortion")
    record Line(
            String practice,
            @Nullable String name,
            BigDecimal weight,
            String leftOver,
            boolean extraPenny,
            long pence) {}
}
