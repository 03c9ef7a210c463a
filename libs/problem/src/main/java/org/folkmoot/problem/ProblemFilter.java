package org.folkmoot.problem;

import io.quarkus.arc.All;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * The last look at an error before it leaves: one that is no problem yet becomes one (the platform's 401 with its
 * challenge, a resource's bare {@code status(404)}), and each gets the path it is about, and the {@link ProblemForm} of that
 * path. Public because the platform calls it.
 */
public final class ProblemFilter {

    private static final Annotation[] NONE = {};

    private final List<ProblemForm> forms;

    ProblemFilter(@All List<ProblemForm> forms) {
        this.forms = forms;
    }

    @ServerResponseFilter(priority = Priorities.USER + 2000)
    public void finish(ContainerRequestContext request, ContainerResponseContext response, RoutingContext routing) {
        int status = response.getStatus();
        if (status < 400) {
            return;
        }
        Problem problem = response.getEntity() instanceof Problem given ? given : Problem.ofStatus(status);
        String path = routing.request().path();
        if (problem.instance() == null) {
            problem = problem.withInstance(path);
        }
        Optional<ProblemForm> form =
                forms.stream().filter(one -> one.isOf(path)).findFirst();
        if (form.isPresent()) {
            response.setEntity(form.get().write(problem), NONE, form.get().mediaType());
        } else {
            response.setEntity(problem, NONE, Problem.MEDIA_TYPE_TYPE);
        }
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
