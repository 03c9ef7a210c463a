package org.folkmoot.registry.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The health of a network on a day.
 *
 * @param patients the sum of its practices' lists; null where none had been published by then
 * @param band null where there is no such sum
 * @param practices how many open practices on the patient register it has
 * @param joiners practices that were not in it a year before
 * @param leavers practices that were in it a year before, and are no more
 * @param selfCheck what it last said of itself
 * @param asAt the day
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PcnHealth(
        String code,
        @Nullable String name,
        @Nullable Long patients,
        @Nullable PopulationBand band,
        int practices,
        List<String> joiners,
        List<String> leavers,
        @Nullable SelfCheckView selfCheck,
        LocalDate asAt) {}
