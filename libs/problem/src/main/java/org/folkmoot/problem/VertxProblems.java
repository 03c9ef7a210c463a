package org.folkmoot.problem;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Answers with a problem where there is no JAX-RS: in routes and filters of Vert.x. */
public final class VertxProblems {

    private VertxProblems() {}

    /** Ends the response with this problem, said of the request's path. The response's head must not be written yet. */
    public static void end(RoutingContext routing, Problem problem) {
        HttpServerResponse response = routing.response();
        response.setStatusCode(problem.status());
        response.putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        problem.retryAfterSeconds().ifPresent(seconds -> response.putHeader("Retry-After", Long.toString(seconds)));
        Problem said = problem.withInstance(String.valueOf(routing.request().path()));
        response.end(Buffer.buffer(said.toJson()));
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
