package org.folkmoot.neighbourhood.patient;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What may change of what is known of a person. */
record PatientChangeRequest(
        @NotBlank @Size(max = 100) String familyName,
        @NotBlank @Size(max = 100) String givenName,

        @Pattern(regexp = "male|female|other|unknown") @Nullable
        String gender,

        @Size(max = 500) @Nullable String address,

        @Pattern(regexp = "[A-Za-z0-9 ]{5,8}") @Nullable String postcode,

        @Pattern(regexp = "[+0-9 ()-]{3,30}") @Nullable String phone) {

    /** Nothing of a person. */
    @Override
    public String toString() {
        return "PatientChangeRequest[withheld]";
    }
}
