package org.folkmoot.registry.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation was, from the oldest to the newest.
 *
 * @param versions what it was
 * @param registrations what the patient register said of it
 * @param memberships the networks that it was in; of a network its members
 * @param listSizes its registered patients
 */
record HistoryView(
        String code,
        List<Version> versions,
        List<Registration> registrations,
        List<Membership> memberships,
        List<ListSize> listSizes) {

    /** What held in a time: from its first day until before its last. An absent end has not come. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "OrganisationVersion")
    record Version(
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            LocalDate firstSeen,
            LocalDate release,
            String kind,
            String name,
            String status,
            @Nullable LocalDate opened,
            @Nullable LocalDate closed,
            @Nullable String roles,
            @Nullable String address,
            @Nullable String postcode,
            @Nullable String placeIcb,
            @Nullable String commissioner,
            @Nullable String parent) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RegistrationVersion")
    record Registration(
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            LocalDate release,
            boolean onRegister,
            @Nullable String pcn,
            @Nullable String subIcb,
            @Nullable String icb,
            @Nullable String supplier) {}

    /** A time of a practice in a network. The names are those of the day that was asked for, else of today. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "MembershipVersion")
    record Membership(
            String practice,
            @Nullable String practiceName,
            String pcn,
            @Nullable String pcnName,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable LocalDate lastDay,
            LocalDate release) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ListSizeVersion")
    record ListSize(LocalDate validFrom, @Nullable LocalDate validTo, LocalDate release, int patients) {}
}
