package org.folkmoot.registry.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A network on a day.
 *
 * @param icb the ICB of its sub-ICB location; members may belong to another
 * @param members its practices
 * @param patients the sum of its members' lists
 * @param published its list size as NHS England published it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PcnView(
        String code,
        String name,
        String status,
        @Nullable LocalDate opened,
        @Nullable LocalDate closed,
        @Nullable Named icb,
        @Nullable String subIcb,
        List<String> address,
        @Nullable String postcode,
        List<Member> members,
        long patients,
        OrganisationView.@Nullable ListSize published,
        LocalDate asAt) {

    /**
     * A member.
     *
     * @param onRegister whether it is an open practice on the patient register
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PcnMember")
    record Member(
            String code,
            @Nullable String name,
            @Nullable String icb,
            LocalDate since,
            @Nullable Integer listSize,
            @Nullable LocalDate listAsAt,
            boolean onRegister) {}
}
