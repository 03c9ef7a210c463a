package org.folkmoot.problem;

import io.quarkus.arc.Arc;
import io.quarkus.arc.InstanceHandle;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Answers with a problem where there is no JAX-RS: in routes and filters of Vert.x. */
public final class VertxProblems {

    private VertxProblems() {}

    /** Ends the response with this problem, said of the request's path. The response's head must not be written yet. */
    public static void end(RoutingContext routing, Problem problem) {
        HttpServerResponse response = routing.response();
        String path = String.valueOf(routing.request().path());
        Optional<ProblemForm> form = formOf(path);
        response.setStatusCode(problem.status());
        response.putHeader(
                HttpHeaders.CONTENT_TYPE,
                form.map(own -> own.mediaType().toString()).orElse(Problem.MEDIA_TYPE));
        response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        problem.retryAfterSeconds().ifPresent(seconds -> response.putHeader("Retry-After", Long.toString(seconds)));
        Problem said = problem.withInstance(path);
        response.end(Buffer.buffer(form.map(own -> own.write(said)).orElseGet(said::toJson)));
    }

    private static Optional<ProblemForm> formOf(String path) {
        return Arc.container().listAll(ProblemForm.class).stream()
                .map(InstanceHandle::get)
                .filter(form -> form.isOf(path))
                .findFirst();
    }

    /**
     * Ends the response with {@link CommonProblem#UNAVAILABLE} and a new incident, which is logged: something outside this
     * service did not answer, as this failure tells.
     */
    public static void endUnavailable(RoutingContext routing, Throwable failure) {
        end(
                routing,
                Incidents.report(
                        Diagnosis.unavailable(),
                        failure,
                        routing.request().method().name(),
                        String.valueOf(routing.request().path())));
    }
}
