package org.folkmoot.tenants.people;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.folkmoot.nhs.OdsCode;

/** What an administrator says of a person: all of it, each time. */
@Schema(
        name = "PersonRequest",
        description = "A person as they shall be. A change says all of it; what is left out is not kept.")
record PersonRequest(
        @NotBlank @Size(max = 100) String firstName,
        @NotBlank @Size(max = 100) String lastName,

        @Schema(description = "One account per address. People sign in with it.") @NotBlank @Email @Size(max = 254)
        String mail,

        @Schema(description = "What the person may do.") @NotEmpty @Size(max = 20)
        List<@NotNull @Pattern(regexp = IcsRole.PATTERN, message = IcsRole.REFUSAL) String> roles,

        @Schema(description = "ODS codes of the practices, PCNs, teams or boards for which the person acts.")
        @NotEmpty
        @Size(max = 50)
        List<
                        @NotNull
                        @Pattern(
                                regexp = "[A-Za-z0-9]{3,9}",
                                message = "must be an ODS code: three to nine letters and digits")
                        String>
                organisations) {

    String address() {
        return mail.toLowerCase(Locale.ROOT);
    }

    Set<String> roleSet() {
        return Set.copyOf(roles);
    }

    SortedSet<String> organisationCodes() {
        return organisations.stream()
                .map(code -> OdsCode.of(code).code())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
