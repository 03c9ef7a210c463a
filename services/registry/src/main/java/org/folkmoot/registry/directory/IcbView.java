package org.folkmoot.registry.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An integrated care board on a day.
 *
 * @param name absent for a predecessor that only the files of its time know, by its code
 * @param practices its open practices on the patient register
 * @param pcns networks that these are in
 * @param patients the sum of their lists
 * @param published its list size as NHS England published it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record IcbView(
        String code,
        @Nullable String name,
        @Nullable Named region,
        List<SubIcb> subIcbs,
        long practices,
        long pcns,
        long patients,
        OrganisationView.@Nullable ListSize published,
        LocalDate asAt) {

    /** A sub-ICB location of the board with the practices that it commissions. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "IcbSubIcb")
    record SubIcb(String code, @Nullable String name, long practices, long patients) {}
}
