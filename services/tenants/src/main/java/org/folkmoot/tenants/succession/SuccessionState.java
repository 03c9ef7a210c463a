package org.folkmoot.tenants.succession;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The states of {@link SuccessionLife} as they are shown. */
@Schema(description = "Where a plan stands.")
enum SuccessionState {
    @JsonProperty("drawn")
    DRAWN,
    @JsonProperty("agreed")
    AGREED,
    @JsonProperty("cancelled")
    CANCELLED;

    static SuccessionState of(SuccessionLife life) {
        return switch (life) {
            case SuccessionLife.Drawn _ -> DRAWN;
            case SuccessionLife.Agreed _ -> AGREED;
            case SuccessionLife.Cancelled _ -> CANCELLED;
        };
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
