package org.folkmoot.tenants.systems;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new credential with its password. Shown once; nobody keeps it. */
@Schema(name = "IssuedCredential", description = "With what the system signs in to Kafka. Shown this once.")
record IssuedView(
        int number,
        String username,

        @Schema(description = "Shown this once. Whoever has lost it has another credential issued.")
        String password,

        @Schema(description = "Where Kafka's clients begin.")
        String bootstrapServers,

        @Schema(description = "How they speak to it: Kafka's setting security.protocol.")
        String securityProtocol,

        @Schema(description = "Always SCRAM-SHA-512.") String mechanism,

        @Schema(description = "What the names of consumer groups begin with; it stays when the credential changes.")
        String groups) {

    static final String MECHANISM = "SCRAM-SHA-512";

    /** Without the password. */
    @Override
    public String toString() {
        return "IssuedView[" + username + "]";
    }
}
