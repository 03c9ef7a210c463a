package org.folkmoot.portal.frame;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.folkmoot.portal.session.Paths;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.CurrentTenant;
import org.folkmoot.tenancy.Tenant;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Under an ICS's address there is nothing for anybody of another. Sessions are looked for by the address, so this only
 * meets a caller with a token of their own. Public because the platform calls it.
 */
public final class OwnTenant {

    private final CurrentTenant current;

    OwnTenant(CurrentTenant current) {
        this.current = current;
    }

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    public Optional<Response> check(RoutingContext routing) {
        Optional<Tenant> named = Paths.tenant(routing.normalizedPath());
        Optional<Tenant> verified = current.get();
        return named.isPresent() && verified.isPresent() && !named.equals(verified)
                ? Optional.of(Problem.of(CommonProblem.NOT_FOUND).toResponse())
                : Optional.empty();
    }
}
