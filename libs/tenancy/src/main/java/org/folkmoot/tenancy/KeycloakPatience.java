package org.folkmoot.tenancy;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.common.OidcRequestFilter;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Gives up a question to Keycloak that is not answered in time. The platform's {@code connection-timeout} ends with the
 * connection; a process that was stopped still takes connections.
 */
@ApplicationScoped
@Unremovable
class KeycloakPatience implements OidcRequestFilter {

    private final long milliseconds;

    KeycloakPatience(TenancyConfig config) {
        this.milliseconds = config.keycloakPatience().toMillis();
    }

    @Override
    public Uni<Void> filter(OidcRequestFilterContext context) {
        context.request().timeout(milliseconds);
        return Uni.createFrom().voidItem();
    }
}
