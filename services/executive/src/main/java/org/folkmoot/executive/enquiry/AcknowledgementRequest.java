package org.folkmoot.executive.enquiry;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * The enquirer is told that somebody has read it.
 *
 * @param workingDays in how many working days after it came it is answered, if another time than the usual was agreed
 */
record AcknowledgementRequest(
        @Min(1) @Max(Enquiry.MOST_DAYS) @Nullable Integer workingDays) {}
