package org.folkmoot.neighbourhood.patient;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.folkmoot.nhs.NhsNumber;
import org.folkmoot.nhs.OdsCode;
import org.jspecify.annotations.Nullable;

/**
 * A person as somebody describes them.
 *
 * @param gender as FHIR has it
 * @param address lines, separated by line ends
 * @param registeredPractice where they are registered
 */
public record PersonRequest(
        @NotNull NhsNumber nhsNumber,
        @NotBlank @Size(max = 100) String familyName,
        @NotBlank @Size(max = 100) String givenName,
        @NotNull @PastOrPresent LocalDate birthDate,

        @Pattern(regexp = "male|female|other|unknown") @Nullable
        String gender,

        @Size(max = 500) @Nullable String address,

        @Pattern(regexp = "[A-Za-z0-9 ]{5,8}") @Nullable String postcode,

        @Pattern(regexp = "[+0-9 ()-]{3,30}") @Nullable String phone,

        @Nullable OdsCode registeredPractice) {

    /** That a person is described, never whom. */
    @Override
    public String toString() {
        return "PersonRequest[withheld]";
    }
}
