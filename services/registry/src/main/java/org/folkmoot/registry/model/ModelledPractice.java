package org.folkmoot.registry.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** A practice of the ICS with its model on a day. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ModelledPractice(
        String code,
        String name,
        @Nullable String subIcb,
        @Nullable String pcn,
        @Nullable String pcnName,
        @Nullable Integer listSize,
        OperatingModel model) {}
