package org.folkmoot.registry.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A practice of an ICS: open, with the GP practice role, on the patient register. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PracticeView(
        String code,
        String name,
        @Nullable String postcode,
        String icb,
        @Nullable String subIcb,
        @Nullable String pcn,
        @Nullable String pcnName,
        @Nullable LocalDate pcnSince,
        @Nullable Integer listSize,
        @Nullable LocalDate listAsAt,
        @Nullable String supplier,
        @Nullable LocalDate opened) {}
