package org.folkmoot.neighbourhood.patient;

import java.time.LocalDate;
import java.util.UUID;
import org.folkmoot.nhs.NhsNumber;
import org.jspecify.annotations.Nullable;

/**
 * A patient in clear. It says nothing of itself but which one it is.
 *
 * @param gender {@code male}, {@code female}, {@code other} or {@code unknown}, as FHIR has them
 * @param address lines, separated by line ends
 * @param registeredPractice ODS code
 */
public record KnownPatient(
        UUID id,
        NhsNumber nhsNumber,
        String familyName,
        String givenName,
        LocalDate birthDate,
        @Nullable String gender,
        @Nullable String address,
        @Nullable String postcode,
        @Nullable String phone,
        @Nullable String registeredPractice,
        boolean deceased,
        @Nullable LocalDate diedOn,
        long version) {

    /** Which one, and nothing about them. */
    @Override
    public String toString() {
        return "KnownPatient[" + id + "]";
    }
}
