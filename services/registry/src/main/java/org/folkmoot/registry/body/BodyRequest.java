package org.folkmoot.registry.body;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.folkmoot.nhs.OdsCode;
import org.jspecify.annotations.Nullable;

/**
 * An organisation that no national file has.
 *
 * @param kind what it is in law; it cannot be altered later, since one that becomes something else is another body
 * @param odsCode its ODS code, where it has one
 * @param companyNumber its number at Companies House, where it has one
 */
record BodyRequest(
        @NotNull
        @Pattern(regexp = "partnership|incorporated-partnership|company|federation|superpartnership|other-body")
        String kind,

        @NotBlank @Size(max = 200) String name,
        @Nullable OdsCode odsCode,

        @Nullable @Pattern(regexp = "[A-Z0-9]{2}[0-9]{6}") String companyNumber) {

    @Nullable
    String ods() {
        return odsCode == null ? null : odsCode.code();
    }
}
