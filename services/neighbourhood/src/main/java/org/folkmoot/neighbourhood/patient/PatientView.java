package org.folkmoot.neighbourhood.patient;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A patient as somebody who may see them does.
 *
 * @param nhsNumber in the groups in which it is printed
 * @param basis why the caller may see them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PatientView(
        UUID id,
        String nhsNumber,
        String familyName,
        String givenName,
        LocalDate birthDate,
        @Nullable String gender,
        @Nullable String address,
        @Nullable String postcode,
        @Nullable String phone,
        @Nullable String registeredPractice,
        @Nullable String registeredPracticeName,
        boolean deceased,
        @Nullable LocalDate diedOn,
        String basis) {

    static PatientView of(KnownPatient patient, @Nullable String practiceName, String basis) {
        return new PatientView(
                patient.id(),
                patient.nhsNumber().display(),
                patient.familyName(),
                patient.givenName(),
                patient.birthDate(),
                patient.gender(),
                patient.address(),
                patient.postcode(),
                patient.phone(),
                patient.registeredPractice(),
                practiceName,
                patient.deceased(),
                patient.diedOn(),
                basis);
    }
}
