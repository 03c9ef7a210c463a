package org.folkmoot.registry.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a practice was organised in one way.
 *
 * @param from its first day
 * @param until its last day; absent while it lasts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ModelPeriod(
        OperatingModel model, LocalDate from, @Nullable LocalDate until) {}
