package org.folkmoot.tenants.succession;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a plan is given up. */
@Schema(name = "SuccessionCancellation", description = "Why a plan is given up.")
record CancellationRequest(
        @Schema(description = "Kept for ever: name nobody in it.", examples = "The boards have put the merger off")
        @NotBlank
        @Size(max = 200)
        String reason) {}
