package org.folkmoot.tenants.people;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why something is done to a person's account. */
@Schema(name = "Reason", description = "Why it is done.")
record Reason(
        @Schema(
                description = "Kept in a log that can never be changed: name nobody in it.",
                examples = "Left the practice")
        @NotBlank
        @Size(max = 200)
        String reason) {}
