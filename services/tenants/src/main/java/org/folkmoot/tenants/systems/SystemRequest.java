package org.folkmoot.tenants.systems;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.folkmoot.nhs.OdsCode;
import org.jspecify.annotations.Nullable;

/** What an administrator says of a system that is to be let in. */
@Schema(name = "ExternalSystemRequest", description = "A system that is to be let in.")
record SystemRequest(
        @Schema(examples = "Shared care record") @NotBlank @Size(max = 100)
        String name,

        @Schema(description = "ODS code of the organisation that it belongs to. This or a supplier has to be named.")
        @Pattern(regexp = "[A-Za-z0-9]{3,9}", message = "must be an ODS code: three to nine letters and digits")
        @Nullable
        String organisation,

        @Schema(description = "Who makes or runs it.")
        @Pattern(regexp = ".*\\S.*", message = "must not be blank")
        @Size(max = 100)
        @Nullable
        String supplier,

        @Schema(description = "Mail address of those who look after it: of a team, not of a person.")
        @NotBlank
        @Email
        @Size(max = 254)
        String contact,

        @Schema(
                description = "The domains whose published events it reads, \"all\" alone for every one, or none.",
                examples = "registry")
        @NotNull
        @Size(max = 20)
        List<@NotNull @Size(max = 50) String> reads,

        @Schema(description = "The inbound topics that it writes, or none.", examples = "partner.enquiry")
        @NotNull
        @Size(max = 20)
        List<@NotNull @Size(max = 50) String> writes,

        @Schema(
                description = "Why it is let in. Kept in a log that can never be changed: name nobody in it.",
                examples = "Agreed by the data protection board")
        @NotBlank
        @Size(max = 200)
        String reason) {

    @Nullable
    String organisationCode() {
        return organisation == null ? null : OdsCode.of(organisation).code();
    }

    @Nullable
    String supplierName() {
        return supplier == null ? null : supplier.strip();
    }

    SortedSet<String> reading() {
        return new TreeSet<>(reads);
    }

    SortedSet<String> writing() {
        return new TreeSet<>(writes);
    }
}
