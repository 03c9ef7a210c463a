package org.folkmoot.tenants.ics;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The person who will administer a new ICS: gets an account in its realm with the role {@code ics-admin}, acts for the
 * board, and must choose a password and set up a second factor at the first sign-in.
 *
 * <p>Kept by the control plane only until the account is there.
 */
@Schema(description = "Who administers the new ICS first.")
public record FirstAdministrator(
        @NotBlank @Size(min = 3, max = 100) @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._@-]*")
        String username,

        @NotBlank @Email @Size(max = 254) String email,
        @NotBlank @Size(max = 100) String firstName,
        @NotBlank @Size(max = 100) String lastName) {}
