package org.folkmoot.neighbourhood.care;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How many of a team's people in care have a plan that they agreed to.
 *
 * @param percent with one decimal; absent when nobody is in care
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CoverageView(
        UUID team, int inCare, int withPlan, @Nullable BigDecimal percent) {}
