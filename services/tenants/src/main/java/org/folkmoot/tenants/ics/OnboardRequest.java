package org.folkmoot.tenants.ics;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which ICS is to be onboarded, and who is to administer it first. */
@Schema(description = "Which ICS is to be onboarded. Its name is the board's, from NHS England's list.")
record OnboardRequest(
        @Schema(description = "The ODS code of the integrated care board.", examples = "QKK")
        @NotNull
        @Pattern(regexp = "[A-Za-z0-9]{3}|[A-Za-z0-9]{5}")
        String code,

        @Schema(description = "Gets an account at once; without one, the first account is made in Keycloak.")
        @Valid
        @Nullable
        FirstAdministrator administrator) {}
