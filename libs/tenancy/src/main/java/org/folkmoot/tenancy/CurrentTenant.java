package org.folkmoot.tenancy;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * The tenant of the work at hand: the one that a {@link TenantScope} set, else the one of the request's verified token.
 *
 * <p>Safe to use from any thread that does the work itself; a thread started by the work has no tenant.
 */
@ApplicationScoped
public class CurrentTenant {

    static final ScopedValue<Tenant> SCOPE = ScopedValue.newInstance();

    /** Under which name lines of the log tell the tenant. */
    static final String LOGGED_AS = "tenant";

    private final CurrentIdentityAssociation identity;

    CurrentTenant(CurrentIdentityAssociation identity) {
        this.identity = identity;
    }

    /** The tenant, or empty where the work has none: an anonymous request, a job that named none. */
    public Optional<Tenant> get() {
        return SCOPE.isBound() ? Optional.of(SCOPE.get()) : ofRequest();
    }

    /**
     * The tenant.
     *
     * @throws IllegalStateException when the work has none: that is a bug, never a person's fault
     */
    public Tenant require() {
        return get().orElseThrow(() -> new IllegalStateException("work without a tenant"));
    }

    Optional<Tenant> ofRequest() {
        if (!Arc.container().requestContext().isActive()) {
            return Optional.empty();
        }
        return Optional.ofNullable(identity.getIdentity().getAttribute(TokenTenant.ATTRIBUTE));
    }
}
