package org.folkmoot.tenants.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a person gets their new way in. Shown once; nobody keeps it. */
@Schema(name = "Reset", description = "How the person gets a new password.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ResetView(
        Way way,

        @Schema(description = "Good for one sign-in, at which it must be changed. Shown this once.") @Nullable
        String temporaryPassword,

        @Schema(description = "What is to be done with it, for the administrator.")
        String detail) {

    /** How it comes to the person. */
    @Schema(name = "ResetWay", description = "How the person gets it.")
    enum Way {
        @JsonProperty("mail")
        MAIL,
        @JsonProperty("temporary-password")
        TEMPORARY_PASSWORD
    }

    static ResetView byMail() {
        return new ResetView(
                Way.MAIL, null, "A mail with a link to choose a new password is on its way to the person's address.");
    }

    static ResetView byHand(String temporaryPassword) {
        return new ResetView(
                Way.TEMPORARY_PASSWORD,
                temporaryPassword,
                "No mail can be sent to this person from this ICS. Give them this password yourself, and not by mail; it"
                        + " must be changed at the first sign-in, and is not shown again.");
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "ResetView[" + way + "]";
    }
}
