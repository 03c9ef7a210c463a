package org.folkmoot.tenancy;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.jboss.logging.MDC;

/** Turns away a verified caller whom no ICS serves at the moment, or who acts for nobody. */
@Provider
@Priority(Priorities.AUTHORIZATION)
class Admission implements ContainerRequestFilter {

    private final SecurityIdentity identity;
    private final IcsDirectory ics;

    Admission(SecurityIdentity identity, IcsDirectory ics) {
        this.identity = identity;
        this.ics = ics;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Tenant tenant = identity.getAttribute(TokenTenant.ATTRIBUTE);
        if (tenant != null) {
            // Ends with the request, whose context keeps it.
            MDC.put(CurrentTenant.LOGGED_AS, tenant.id());
        }
        if (tenant == null || tenant.isPlatform()) {
            return;
        }
        refusal(tenant).ifPresent(problem -> request.abortWith(problem.toResponse()));
    }

    private Optional<Problem> refusal(Tenant tenant) {
        boolean served =
                ics.byTenant(tenant).filter(i -> i.state() == IcsState.ACTIVE).isPresent();
        if (!served) {
            return Optional.of(Problem.of(CommonProblem.ICS_SUSPENDED)
                    .withDetail("This ICS is not served at the moment. Ask the platform's operators."));
        }
        if (TokenTenant.organisations(identity).isEmpty()) {
            return Optional.of(Problem.of(CommonProblem.ORGANISATION_CLAIM_MISSING)
                    .withDetail("The token names no organisation to act for. Ask the administrator of your ICS to add"
                            + " your practice, PCN or board to your account."));
        }
        return Optional.empty();
    }
}
