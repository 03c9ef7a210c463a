package org.folkmoot.registry.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of an organisation on a day.
 *
 * @param opened its first day
 * @param closed its last day
 * @param roles ODS role codes; legacy settings are told in the role codes of today
 * @param icb the ICB it belongs to: by the patient register's map, else by its sub-ICB location, else by its place
 * @param placeIcb the ICB of its postcode, as the file of cost centres says
 * @param commissioner the sub-ICB location, or whoever else commissions it
 * @param parent of a branch its practice, of a sub-ICB location its ICB, of an ICB its region
 * @param onRegister whether it is on the patient register
 * @param validFrom from when on this was so; absent when it reaches back further than anything known
 * @param validTo until before when it was so; absent while it lasts
 * @param release the date of the release that told it
 * @param asAt the day of this answer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrganisationView(
        String code,
        String kind,
        String name,
        String status,
        @Nullable LocalDate opened,
        @Nullable LocalDate closed,
        List<String> roles,
        List<String> address,
        @Nullable String postcode,
        @Nullable String phone,
        @Nullable String region,
        @Nullable Named icb,
        @Nullable String placeIcb,
        @Nullable Named commissioner,
        @Nullable String parent,
        @Nullable String provider,
        @Nullable String onsCode,
        boolean onRegister,
        @Nullable Membership pcn,
        @Nullable ListSize listSize,
        @Nullable String supplier,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable LocalDate release,
        LocalDate asAt) {

    /** The network that a practice is in, since its first day there. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PresentMembership")
    record Membership(String code, @Nullable String name, LocalDate since) {}

    /** How many patients are registered, counted on a day. */
    @Schema(name = "ListSize")
    record ListSize(int patients, LocalDate asAt) {}
}
