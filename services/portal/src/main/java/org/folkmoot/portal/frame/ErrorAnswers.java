package org.folkmoot.portal.frame;

import io.quarkus.security.AuthenticationException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.util.Optional;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.problem.ProblemException;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Gives a browser pages where a program gets problems. Problems come about as in every service; only what leaves is
 * another text. Public because the platform calls it.
 */
public final class ErrorAnswers {

    private static final Annotation[] NONE = {};

    /** Response filters run by descending priority: this one after that which makes a problem of every error. */
    private static final int AFTER_PROBLEMS = Priorities.USER;

    /** Before the last routes, which answer in JSON. */
    private static final int EARLIER = Integer.MAX_VALUE - 2;

    private final ErrorPages pages;
    private final Visitor visitor;

    ErrorAnswers(ErrorPages pages, Visitor visitor) {
        this.pages = pages;
        this.visitor = visitor;
    }

    @ServerResponseFilter(priority = AFTER_PROBLEMS)
    public void page(ContainerRequestContext request, ContainerResponseContext response, RoutingContext routing) {
        if (!(response.getEntity() instanceof Problem problem) || !ErrorPages.wantsPage(routing)) {
            return;
        }
        String path = routing.normalizedPath();
        Problem seen = pages.seenAt(problem, path);
        response.setStatus(seen.status());
        response.setEntity(
                pages.page(seen, seen.status() == 401 ? Optional.empty() : visitor.get(), path),
                NONE,
                MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
    }

    void install(@Observes Router router) {
        router.route().order(EARLIER).failureHandler(routing -> {
            if (ErrorPages.wantsPage(routing) && !isOnItsWayToSignIn(routing)) {
                pages.end(routing, problem(routing));
            } else {
                routing.next();
            }
        });
    }

    /** To the platform a person who is led to Keycloak has failed; it has put, or will put, the way into the answer. */
    private static boolean isOnItsWayToSignIn(RoutingContext routing) {
        int already = routing.response().getStatusCode();
        return routing.failure() instanceof UnauthorizedException
                || (routing.failure() instanceof AuthenticationException && already >= 300 && already < 400);
    }

    /** A failure before any page: of signing in, mostly. */
    private static Problem problem(RoutingContext routing) {
        return switch (routing.failure()) {
            case ProblemException answer -> answer.problem();
            case AuthenticationException ignored -> Problem.of(CommonProblem.UNAUTHENTICATED);
            case HttpException http -> ofStatus(http.getStatusCode());
            case null, default -> ofStatus(routing.statusCode());
        };
    }

    private static Problem ofStatus(int status) {
        return Problem.of(CommonProblem.ofStatus(status).orElse(CommonProblem.INTERNAL));
    }
}
