package org.folkmoot.tenants.ics;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An ICS as operators see it. */
@Schema(name = "Ics", description = "An ICS on the platform, and what is being done for it.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record IcsView(
        @Schema(description = "The tenant: the board's ODS code in lower case.", examples = "qkk")
        String tenant,

        @Schema(description = "The board's ODS code.", examples = "QKK")
        String code,

        @Schema(description = "The board's name as NHS England lists it.")
        String name,

        @Schema(description = "The issuer of its people's tokens.")
        String issuer,

        State state,

        @Schema(description = "When it came into this state.")
        Instant since,

        @Schema(description = "What is being done, or was done last, outside this service's own database.") @Nullable
        String procedure,

        @Schema(description = "Whether something is still to be done.")
        boolean busy,

        List<StepView> steps,

        @Schema(description = "When the newest export was made; absent when there is none.") @Nullable
        Instant exportedAt) {

    /** A step as operators see it. */
    @Schema(name = "Step", description = "One step of what is being done.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StepView(
            String step,
            StepState state,
            @Schema(description = "How often it was tried.") int attempts,

            @Schema(description = "Why it did not succeed the last time.") @Nullable
            String lastError,

            Instant changedAt) {

        static StepView of(StepProgress step) {
            return new StepView(word(step.step()), step.state(), step.attempts(), step.lastError(), step.changedAt());
        }
    }

    static IcsView of(IcsEntry entry, Optional<Instant> exportedAt) {
        return new IcsView(
                entry.tenant().id(),
                entry.code(),
                entry.name(),
                entry.issuer(),
                State.of(entry.life()),
                entry.life().since(),
                entry.procedure().map(IcsView::word).orElse(null),
                entry.isBusy(),
                entry.steps().stream().map(StepView::of).toList(),
                exportedAt.orElse(null));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
