package org.folkmoot.problem;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.annotation.Annotation;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * The last look at an error before it leaves: one that is no problem yet becomes one (the platform's 401 with its
 * challenge, a resource's bare {@code status(404)}), and each gets the path it is about. Public because the platform
 * calls it.
 */
public final class ProblemFilter {

    private static final Annotation[] NONE = {};

    @ServerResponseFilter(priority = Priorities.USER + 2000)
    public void finish(ContainerRequestContext request, ContainerResponseContext response, RoutingContext routing) {
        int status = response.getStatus();
        if (status < 400) {
            return;
        }
        Problem problem = response.getEntity() instanceof Problem given ? given : Problem.ofStatus(status);
        if (problem.instance() == null) {
            problem = problem.withInstance(routing.request().path());
        }
        response.setEntity(problem, NONE, Problem.MEDIA_TYPE_TYPE);
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
