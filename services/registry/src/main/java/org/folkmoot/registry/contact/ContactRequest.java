package org.folkmoot.registry.contact;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a GP may ring. There is a phone number or an email address, or both.
 *
 * @param specialty what they are asked about: {@code Cardiology}, {@code Community nursing}
 * @param place the place that they serve; absent when it is the whole ICS
 * @param organisation where they work: an ODS code, or the id of a body
 * @param post what they are there: {@code Consultant}, {@code Service lead}
 * @param hours when they are reached
 */
record ContactRequest(
        @NotBlank @Size(max = 100) String specialty,
        @Nullable UUID place,
        @NotBlank @Size(max = 36) String organisation,
        @NotBlank @Size(max = 200) String name,
        @NotBlank @Size(max = 200) String post,
        @Pattern(regexp = "[+0-9][0-9 x]{4,29}") @Nullable String phone,
        @Email @Size(max = 200) @Nullable String email,
        @Size(min = 1, max = 200) @Nullable String hours) {}
