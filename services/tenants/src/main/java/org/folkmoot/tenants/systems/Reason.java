package org.folkmoot.tenants.systems;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why something is done about a system. */
@Schema(name = "SystemReason", description = "Why it is done.")
record Reason(
        @Schema(
                description = "Kept in a log that can never be changed: name nobody in it.",
                examples = "Yearly change of passwords")
        @NotBlank
        @Size(max = 200)
        String reason) {}
