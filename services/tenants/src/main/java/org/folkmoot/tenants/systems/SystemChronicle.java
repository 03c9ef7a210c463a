package org.folkmoot.tenants.systems;

import jakarta.enterprise.context.ApplicationScoped;
import org.folkmoot.events.Chronicle;
import org.jspecify.annotations.Nullable;

/** Writes down what is done about a system, and announces it, in the transaction in which it is done. */
@ApplicationScoped
class SystemChronicle {

    private static final String KIND = "external-system";
    private static final String DROPPED = "credential-dropped";

    private final Chronicle chronicle;

    SystemChronicle(Chronicle chronicle) {
        this.chronicle = chronicle;
    }

    void registered(ExternalSystem system, String reason) {
        chronicle.wrote("registered", KIND, system.id(), reason);
        announce(system, "registered", null);
    }

    void issued(ExternalSystem system, int credential, String reason) {
        chronicle.wrote("credential-issued", KIND, system.id(), reason);
        announce(system, "credential.issued", credential);
    }

    void dropped(ExternalSystem system, int credential, String reason) {
        chronicle.wrote(DROPPED, KIND, system.id(), reason);
        announceDropped(system, credential);
    }

    /** Nobody of the ICS had it dropped. */
    void itselfDropped(ExternalSystem system, int credential, String reason) {
        chronicle.itself(DROPPED, KIND, system.id(), reason);
        announceDropped(system, credential);
    }

    void revoked(ExternalSystem system, String reason) {
        chronicle.wrote("revoked", KIND, system.id(), reason);
        announce(system, "revoked", null);
    }

    private void announceDropped(ExternalSystem system, int credential) {
        announce(system, "credential.dropped", credential);
    }

    private void announce(ExternalSystem system, String verb, @Nullable Integer credential) {
        chronicle.announce(KIND, system.id().toString(), verb, SystemAnnounced.of(system, credential));
    }
}
