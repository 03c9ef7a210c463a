package org.folkmoot.problem;

import io.quarkus.security.AuthenticationException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Errors that never reach a resource: no route, a body too large, a token refused before routing, a failed handler of
 * the platform. Without this they would be empty, or HTML pages that list what a development build knows.
 */
@ApplicationScoped
final class ProblemRoutes {

    /** Just before the platform's own last route, which answers in HTML or plain text. */
    private static final int NEARLY_LAST = Integer.MAX_VALUE - 1;

    void install(@Observes Router router) {
        router.route().order(NEARLY_LAST).failureHandler(ProblemRoutes::answerFailure);
        router.route().order(NEARLY_LAST).handler(routing -> answer(routing, Problem.of(CommonProblem.NOT_FOUND)));
    }

    private static void answerFailure(RoutingContext routing) {
        if (routing.failure() instanceof UnauthorizedException
                && routing.get(HttpAuthenticator.class.getName()) instanceof HttpAuthenticator authenticator) {
            // An authentication that failed has put its challenge into the answer already; one that was never tried
            // has not.
            authenticator
                    .sendChallenge(routing)
                    .subscribe()
                    .with(
                            ignored -> answer(routing, Problem.of(CommonProblem.UNAUTHENTICATED)),
                            failure -> answer(routing, Problem.of(CommonProblem.UNAUTHENTICATED)));
            return;
        }
        answer(routing, diagnose(routing));
    }

    private static Problem diagnose(RoutingContext routing) {
        Throwable failure = routing.failure();
        if (routing.response().ended()) {
            // Somebody has answered: what went wrong with another answer is no incident.
            return Problem.of(CommonProblem.INTERNAL);
        }
        if (failure == null) {
            int status = routing.statusCode();
            return Problem.ofStatus(status >= 400 && status <= 599 ? status : 500);
        }
        int already = routing.response().getStatusCode();
        if (failure instanceof AuthenticationException && already >= 300 && already < 400) {
            // A sign-in by redirection: not an error, and its target is in the header.
            routing.response().end();
            return Problem.of(CommonProblem.UNAUTHENTICATED);
        }
        boolean conditional = routing.request().headers().contains(HttpHeaders.IF_MATCH);
        return Incidents.report(
                Diagnosis.of(failure, conditional),
                failure,
                routing.request().method().name(),
                routing.request().path());
    }

    private static void answer(RoutingContext routing, Problem problem) {
        HttpServerResponse response = routing.response();
        if (response.ended()) {
            return;
        }
        if (response.headWritten()) {
            // Too late to say anything: a cut connection is the only sign that the answer is not whole.
            routing.request().connection().close();
            return;
        }
        VertxProblems.end(routing, problem);
    }
}
