package org.folkmoot.tenants.succession;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a plan meets with, as things are now. */
@Schema(name = "SuccessionPreview", description = "What a plan meets with, as things are now.")
record PreviewView(
        Instant at,

        @Schema(description = "What stands in its way; empty for a plan that nothing hinders, and for a cancelled one.")
        List<Hindrance> hindrances,

        @Schema(description = "What there is at the predecessors, as far as it has been counted.")
        List<Counted> counted) {}
