package org.folkmoot.registry.concentration;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.folkmoot.registry.body.Organisation;
import org.jspecify.annotations.Nullable;

/**
 * The patients under one organisation on a day.
 *
 * @param organisation absent for the patients of practices of which nothing is recorded
 * @param share of all patients, from 0 to 1 with four decimals, rounded half up
 * @param overThreshold whether the share reaches the ICS's threshold; of what is not recorded never
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Share(
        LocalDate asAt,
        @Nullable Organisation organisation,
        int practices,
        long patients,
        BigDecimal share,
        boolean overThreshold) {}
