package org.folkmoot.mandate.group;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.folkmoot.nhs.OdsCode;
import org.jspecify.annotations.Nullable;

/**
 * Somebody takes a seat.
 *
 * @param holder the subject of their account
 * @param holderName their name
 * @param cameBy {@code elected} by a ballot, {@code appointed} by an organisation, or {@code ex-officio}
 * @param ballot the ballot that elected them
 * @param organisation the organisation that appointed them
 * @param from their first day
 * @param until their last day
 */
record TermRequest(
        @NotBlank @Size(max = 200) String holder,
        @NotBlank @Size(max = 200) String holderName,

        @NotNull @Pattern(regexp = "elected|appointed|ex-officio")
        String cameBy,

        @Nullable UUID ballot,
        @Nullable OdsCode organisation,
        @NotNull LocalDate from,
        @NotNull LocalDate until) {}
