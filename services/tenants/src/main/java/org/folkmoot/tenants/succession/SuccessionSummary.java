package org.folkmoot.tenants.succession;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A plan in a list. */
@Schema(description = "A plan in a list.")
record SuccessionSummary(
        UUID id,
        SuccessionState state,
        String basis,
        Instant cutOver,
        @Schema(description = "The tenants that give.") List<String> predecessors,
        @Schema(description = "The tenants that take.") List<String> successors,
        @Schema(description = "How many practices go.") int practices) {

    static SuccessionSummary of(Succession plan) {
        return new SuccessionSummary(
                plan.id(),
                SuccessionState.of(plan.life()),
                plan.basis(),
                plan.cutOver(),
                plan.moves().stream().map(Move::predecessor).distinct().sorted().toList(),
                plan.moves().stream().map(Move::successor).distinct().sorted().toList(),
                plan.practices().size());
    }
}
