package org.folkmoot.tenants.systems;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A credential of a system, without its password, which nobody keeps. */
@Schema(
        name = "Credential",
        description = "A name by which the system signs in to Kafka. The password is kept nowhere.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Credential(
        @Schema(description = "Counted from 1 for each system.")
        int number,

        @Schema(description = "With what name the system signs in.")
        String username,

        State state,

        Instant issuedAt,

        @Schema(description = "When it was decided that it shall be good no more.") @Nullable
        Instant droppedAt) {

    /** Whether it is good. */
    @Schema(
            name = "CredentialState",
            description =
                    "in-force: it is good. closing: it shall not be, and Kafka has not been told yet. closed: it is"
                            + " good no more.")
    enum State {
        @JsonProperty("in-force")
        IN_FORCE,
        @JsonProperty("closing")
        CLOSING,
        @JsonProperty("closed")
        CLOSED
    }

    boolean isInForce() {
        return state == State.IN_FORCE;
    }
}
