package org.folkmoot.tenants.ics;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The states of {@link IcsLife} as they are stored and shown. */
@Schema(name = "IcsState", description = "Where an ICS stands in its life.")
enum State {
    @JsonProperty("onboarding")
    ONBOARDING,
    @JsonProperty("stalled")
    STALLED,
    @JsonProperty("active")
    ACTIVE,
    @JsonProperty("suspended")
    SUSPENDED,
    @JsonProperty("offboarded")
    OFFBOARDED;

    static State of(IcsLife life) {
        return switch (life) {
            case IcsLife.Onboarding _ -> ONBOARDING;
            case IcsLife.Stalled _ -> STALLED;
            case IcsLife.Active _ -> ACTIVE;
            case IcsLife.Suspended _ -> SUSPENDED;
            case IcsLife.Offboarded _ -> OFFBOARDED;
        };
    }

    IcsLife since(Instant at) {
        return switch (this) {
            case ONBOARDING -> new IcsLife.Onboarding(at);
            case STALLED -> new IcsLife.Stalled(at);
            case ACTIVE -> new IcsLife.Active(at);
            case SUSPENDED -> new IcsLife.Suspended(at);
            case OFFBOARDED -> new IcsLife.Offboarded(at);
        };
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
