package org.folkmoot.mandate.electorate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A practice as the registry last told it.
 *
 * @param code its ODS code
 * @param status open, closed, or moved to another ICS: in these words
 * @param subIcb its sub-ICB location
 * @param pcn its network
 * @param patients its registered list
 * @param patientsAsAt the day on which they were counted
 * @param adjusted its adjusted list, if an administrator has entered one
 * @param release the release of the national directory that said so
 * @param heardAt when this service heard it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Practice(
        String code,
        String name,
        String status,
        @Nullable String subIcb,
        @Nullable String pcn,
        @Nullable String pcnName,
        @Nullable LocalDate pcnSince,
        @Nullable Integer patients,
        @Nullable LocalDate patientsAsAt,
        @Nullable BigDecimal adjusted,
        @Nullable LocalDate closedOn,
        String release,
        Instant heardAt) {

    /** Whether it works, in this ICS. */
    @JsonIgnore
    public boolean isOpen() {
        return status.equals("open");
    }
}
