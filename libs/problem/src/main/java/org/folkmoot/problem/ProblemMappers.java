package org.folkmoot.problem;

import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.ResteasyReactiveClientProblem;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jspecify.annotations.Nullable;

/**
 * Every exception that leaves a resource, a filter or a parameter's conversion becomes a problem.
 *
 * <p>The platform has mappers of its own for some classes of exceptions, and the nearest class wins; those classes are
 * named here again, with the better priority. The platform's mappers for missing or refused tokens stay, since they
 * know the challenge; {@link ProblemFilter} gives their answers a body. Public because the platform calls it.
 */
public final class ProblemMappers {

    private static final int BEFORE_THE_PLATFORM = Priorities.USER - 1000;

    @ServerExceptionMapper(priority = BEFORE_THE_PLATFORM)
    public Response problem(ProblemException answer) {
        return answer.problem().toResponse();
    }

    @ServerExceptionMapper(priority = BEFORE_THE_PLATFORM)
    public Response anything(Throwable failure, RoutingContext routing) {
        HttpServerRequest request = routing.request();
        if (routing.response().closed() || routing.response().ended()) {
            // The caller has gone, or has its answer; that reading or writing failed then is no incident.
            return Problem.of(CommonProblem.INTERNAL).toResponse();
        }
        Problem problem = Diagnosis.of(failure, request.headers().contains(HttpHeaders.IF_MATCH));
        return Incidents.report(problem, failure, request.method().name(), request.path())
                .toResponse();
    }

    @ServerExceptionMapper(priority = BEFORE_THE_PLATFORM)
    public Response web(
            WebApplicationException failure, RoutingContext routing, SimpleResourceInfo resource, UriInfo uri) {
        Response answer = failure.getResponse();
        if (failure instanceof ResteasyReactiveClientProblem) {
            // The answer of a server that we asked was meant for us; passed on, it would speak in our name.
            return anything(failure, routing);
        }
        if (answer.getStatus() < 400) {
            return answer;
        }
        List<FieldError> unreadable = unreadable(failure, resource, uri);
        if (!unreadable.isEmpty()) {
            Problem problem = Problem.of(CommonProblem.MALFORMED_REQUEST)
                    .withDetail("A query parameter has a value of the wrong form.");
            for (FieldError error : unreadable) {
                problem = problem.withError(error.pointer(), error.detail());
            }
            return problem.toResponse();
        }
        Response response = anything(failure, routing);
        // The status was the exception's to choose; its headers (Allow, WWW-Authenticate, Retry-After) belong to it.
        for (Map.Entry<String, List<Object>> header : answer.getHeaders().entrySet()) {
            if (!response.getHeaders().containsKey(header.getKey())) {
                response.getHeaders().addAll(header.getKey(), header.getValue());
            }
        }
        if (failure instanceof NotAllowedException && !response.getHeaders().containsKey(HttpHeaders.ALLOW)) {
            response.getHeaders().putSingle(HttpHeaders.ALLOW, AllowedMethods.at(CurrentRequestManager.get()));
        }
        return response;
    }

    @ServerExceptionMapper(priority = BEFORE_THE_PLATFORM)
    public Response json(MismatchedInputException failure, RoutingContext routing) {
        return anything(failure, routing);
    }

    @ServerExceptionMapper(priority = BEFORE_THE_PLATFORM)
    public Response json(InvalidDefinitionException failure, RoutingContext routing) {
        return anything(failure, routing);
    }

    @ServerExceptionMapper(priority = BEFORE_THE_PLATFORM)
    public Response validation(ValidationException failure, RoutingContext routing) {
        // Only what the platform found in the parameters of a resource is the caller's mistake; the same exception
        // out of the depths of a service is a mistake of ours.
        return failure instanceof ConstraintViolationException violations
                        && isAboutTheRequest(violations)
                        && !Violations.areOurs(violations)
                ? Violations.problem(violations).toResponse()
                : anything(failure, routing);
    }

    /** A conversion that failed arrives as "not found" with a cause; a resource's own "not found" has none. */
    private static List<FieldError> unreadable(
            WebApplicationException failure, @Nullable SimpleResourceInfo resource, UriInfo uri) {
        return failure instanceof NotFoundException
                        && failure.getCause() != null
                        && !(failure.getCause() instanceof ProblemException)
                        && resource != null
                        && resource.getResourceClass() != null
                ? UnreadableParameters.inQuery(
                        resource.getResourceClass(),
                        resource.getMethodName(),
                        resource.parameterTypes(),
                        uri.getQueryParameters())
                : List.of();
    }

    private static boolean isAboutTheRequest(ConstraintViolationException failure) {
        return failure instanceof ResteasyReactiveViolationException;
    }
}
