package org.folkmoot.tenants.succession;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A plan as operators see it. */
@Schema(name = "Succession", description = "A plan by which practices go from ICSs to their successors.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SuccessionView(
        UUID id,
        SuccessionState state,
        @Schema(description = "What it rests on.") String basis,

        @Schema(description = "The instant from which the successors are to have the practices.")
        Instant cutOver,

        List<Move> moves,
        ActView drawn,
        @Nullable ActView agreed,
        @Nullable ActView cancelled,

        @Schema(description = "Why it was cancelled.") @Nullable
        String reason) {

    /** Who did something to a plan, and when. */
    @Schema(name = "SuccessionAct", description = "Who did something to a plan, and when.")
    record ActView(
            @Schema(description = "The operator, by the subject of their token.")
            String by,

            Instant at) {

        static @Nullable ActView of(SuccessionLife.@Nullable Act act) {
            return act == null ? null : new ActView(act.by(), act.at());
        }
    }

    static SuccessionView of(Succession plan) {
        return new SuccessionView(
                plan.id(),
                SuccessionState.of(plan.life()),
                plan.basis(),
                plan.cutOver(),
                plan.moves(),
                new ActView(plan.drawn().by(), plan.drawn().at()),
                ActView.of(plan.agreed()),
                ActView.of(plan.cancelled()),
                plan.reason());
    }
}
