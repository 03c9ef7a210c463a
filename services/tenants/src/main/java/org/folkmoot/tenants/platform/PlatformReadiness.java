package org.folkmoot.tenants.platform;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once operators can sign in and services can be told of an ICS. */
@Readiness
@ApplicationScoped
class PlatformReadiness implements HealthCheck {

    private final PlatformUpkeep upkeep;

    PlatformReadiness(PlatformUpkeep upkeep) {
        this.upkeep = upkeep;
    }

    @Override
    public HealthCheckResponse call() {
        return upkeep.health();
    }
}
